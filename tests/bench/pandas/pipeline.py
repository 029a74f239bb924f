"""pipeline.py ROOT INPUT: what a pandas and PostgreSQL pipeline does, in the plan's own steps.

The CSV files go through pandas, which classifies and resolves, into the deployed tables by COPY; the derivation is what
the deployed views say; the payloads are made in Python from the rule set's templates, and go into the tables with the
rows, once. One transaction. BENCH_PG is the database's URI; the current directory has a folder bundle.
"""

import collections
import csv
import io
import json
import os
import re
import sys

import pandas
import psycopg2

CHUNK = 50000
AS_OF = "2026-01-01 00:00:00"
EMAIL = re.compile(r"[^@ <>,;]+@[^@ <>,;.]+(\.[^@ <>,;.]+)+")
TYPES = ["calls", "emails", "meetings", "notes", "tasks", "communications", "postal_mail"]
HOLD = object()


def norm(text):
    return (text or "").strip(" \t\n\v\f\r\u00a0").lower()


def copy_frame(cursor, table, frame):
    text = io.StringIO()
    frame.to_csv(text, index=False, header=False)
    text.seek(0)
    cursor.copy_expert(f"COPY staging.{table} ({', '.join(frame.columns)}) FROM STDIN (FORMAT csv)", text)


def load_mapping(cursor, path, table, legacy, hubspot):
    types = collections.defaultdict(lambda: str, {legacy: "Int64", hubspot: "Int64"})
    frame = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
    copy_frame(cursor, table, frame)
    return frame.set_index(legacy)[hubspot]


class Rules:
    """The classification of the set `plan`, which looks at type, priority and case."""

    def __init__(self, root):
        with open(f"{root}/schema/rules/plan/classification.csv", encoding="utf-8") as file:
            self.rules = list(csv.DictReader(file))
        self.known = {}

    def find(self, kind, priority, has_case):
        key = (kind, priority, has_case)
        if key not in self.known:
            kind, priority = norm(kind), norm(priority)
            self.known[key] = next(
                rule["activity"]
                for rule in self.rules
                if rule["type"] in ("", kind)
                and rule["priority"] in ("", priority)
                and (rule["case_id"] == "" or (rule["case_id"] == "yes") == has_case)
            )
        return self.known[key]


def load_communications(cursor, path, rules, contacts, companies, deals):
    ids = ["Comm_CommunicationId", "Comm_OpportunityId", "Comm_CaseId", "Person_Id", "Company_Id"]
    types = collections.defaultdict(lambda: str, {name: "Int64" for name in ids})
    reader = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values=[""], chunksize=CHUNK)
    for frame in reader:
        frame.columns = [name.lower() for name in frame.columns]
        has_case = frame["comm_caseid"].notna()
        priority = frame["comm_priority"].where(frame["comm_priority"].notna(), None)
        frame["derived_activity_type"] = [
            rules.find(*codes) for codes in zip(frame["comm_type"], priority, has_case)
        ]
        frame["is_task_eligible"] = has_case & priority.map(norm).isin(["high", "urgent", "critical"])
        frame["hubspot_contact_id"] = frame["person_id"].map(contacts).astype("Int64")
        frame["hubspot_company_id"] = frame["company_id"].map(companies).astype("Int64")
        frame["hubspot_deal_id"] = frame["comm_opportunityid"].map(deals).astype("Int64")
        resolved = frame[["hubspot_contact_id", "hubspot_company_id", "hubspot_deal_id"]].notna().any(axis=1)
        frame["is_orphaned"] = ~resolved
        frame["id"] = frame["comm_communicationid"]
        frame["staging_status"] = "processed"
        frame["api_push_status"] = "not_pushed"
        frame["created_at"] = frame["processed_at"] = frame["last_updated"] = AS_OF
        copy_frame(cursor, "ic_communication_master", frame)


def log_unresolved(cursor):
    for entity, column, found, table, legacy in [
        ("contact", "person_id", "hubspot_contact_id", "contacts_reconciliation", "legacy_contact_id"),
        ("company", "company_id", "hubspot_company_id", "companies_reconciliation", "legacy_company_id"),
        ("deal", "comm_opportunityid", "hubspot_deal_id", "deals_reconciliation", "legacy_deal_id"),
    ]:
        cursor.execute(
            f"""INSERT INTO staging.reconciliation_log (operation, entity_type, legacy_id, status, error_message)
            SELECT 'FK_RESOLUTION', '{entity}', m.{column}, 'unresolved', count(r.{legacy}) || ' of ' || count(*)
            FROM staging.ic_communication_master m
            LEFT JOIN staging.{table} r ON r.{legacy} = m.{column}
            WHERE m.{column} IS NOT NULL AND m.{found} IS NULL GROUP BY m.{column}"""
        )


def html(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r\n", "<br>").replace("\n", "<br>").replace("\r", "<br>")


def utc(time):
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z"


class Payloads:
    """The payloads of one type, by its template; HOLD is what HubSpot would refuse."""

    def __init__(self, root, kind, columns, maps):
        with open(f"{root}/schema/rules/plan/payloads/{kind}.json", encoding="utf-8") as file:
            self.template = json.load(file)
        self.at = {name: i for i, name in enumerate(columns)}
        self.maps = maps

    def side(self, row, names):
        values = {name: row[self.at[column]] for name, column in names.items()}
        if not values["email"] or not EMAIL.fullmatch(values["email"]):
            return None
        return {name: value for name, value in values.items() if value is not None}

    def headers(self, row, form):
        sender, recipient = self.side(row, form["from"]), self.side(row, form["to"])
        if sender is None and recipient is None:
            return None
        value = {} if sender is None else {"from": sender}
        value.update({"to": [] if recipient is None else [recipient], "cc": [], "bcc": []})
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def value(self, row, form):
        if "value" in form:
            return form["value"]
        if form["form"] == "email_headers":
            return self.headers(row, form)
        value = row[self.at[form["column"]]]
        if value is None or ("unless_equal" in form and value == row[self.at[form["unless_equal"]]]):
            return None
        if form["form"] == "html":
            return html(value)
        if form["form"] == "datetime":
            return utc(value)
        if form["form"] == "map":
            otherwise = {"keep": value, "hold": HOLD, "omit": None}[form["unmapped"]]
            return self.maps.get((form["map"], norm(value)), otherwise)
        return str(value)

    def make(self, row):
        key = str(row[self.at["payload_key"]])
        properties = {"legacy_communication_id": key}
        for name, form in self.template["properties"].items():
            value = self.value(row, form)
            if value is HOLD:
                return None
            if value is not None:
                properties[name] = value
        associations = []
        for kind, number in self.template["associations"].items():
            record = row[self.at[f"associated_{kind}_id"]]
            if record is not None:
                what = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": number}
                associations.append({"to": {"id": str(record)}, "types": [what]})
        payload = {"properties": properties, "associations": associations, "objectWriteTraceId": key}
        return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def derive(connection, cursor, root, kind, maps):
    cursor.execute(f"SELECT * FROM staging.ic_{kind} LIMIT 0")
    columns = [column.name for column in cursor.description]
    first, last = columns.index("ic_communication_master_id"), columns.index("associated_deal_id") + 1
    names = ["id", *columns[first:last], "hubspot_api_payload", "created_at", "last_updated"]
    command = f"COPY staging.ic_{kind} ({', '.join(names)}) FROM STDIN (FORMAT csv)"
    rows = connection.cursor("rows")
    rows.itersize = CHUNK
    rows.execute(f"SELECT * FROM staging.v_ic_{kind}_staging ORDER BY ic_communication_master_id")
    with open(f"bundle/{kind}.ndjson", "w", encoding="utf-8") as bundle:
        payloads = None
        while True:
            chunk = rows.fetchmany(CHUNK)
            if not chunk:
                break
            if payloads is None:
                payloads = Payloads(root, kind, [column.name for column in rows.description], maps)
            text = io.StringIO()
            writer = csv.writer(text)
            for row in chunk:
                payload = payloads.make(row)
                if payload is not None:
                    bundle.write(payload + "\n")
                writer.writerow([row[0], *row[: last - first], payload, AS_OF, AS_OF])
            text.seek(0)
            cursor.copy_expert(command, text)
    rows.close()


def fill(connection, root, path):
    with connection.cursor() as cursor:
        cursor.execute("SET jit = off")  # compiling takes longer than the queries
        contacts = load_mapping(
            cursor, f"{path}/contacts.csv", "contacts_reconciliation", "legacy_contact_id", "hubspot_contact_id"
        )
        companies = load_mapping(
            cursor, f"{path}/companies.csv", "companies_reconciliation", "legacy_company_id", "hubspot_company_id"
        )
        deals = load_mapping(cursor, f"{path}/deals.csv", "deals_reconciliation", "legacy_deal_id", "hubspot_deal_id")
        load_communications(cursor, f"{path}/communications.csv", Rules(root), contacts, companies, deals)
        log_unresolved(cursor)
        cursor.execute("ANALYZE staging.ic_communication_master")
        cursor.execute("SELECT target, source, value FROM staging.rule_value")
        maps = {(target, source): value for target, source, value in cursor}
        for kind in TYPES:
            derive(connection, cursor, root, kind, maps)
    connection.commit()


def main():
    connection = psycopg2.connect(os.environ["BENCH_PG"])
    fill(connection, sys.argv[1], sys.argv[2])
    connection.close()


main()
