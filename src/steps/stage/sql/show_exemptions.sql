SELECT entity, count(*) AS ids FROM exemption GROUP BY entity;
