INSERT INTO temp.report_backwards (id) VALUES (?1);
