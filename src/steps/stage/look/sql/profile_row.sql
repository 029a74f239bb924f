INSERT INTO profile_row (file, line, code, id, core, year, has_person, has_company, has_deal, has_case, no_note, ends_early)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
