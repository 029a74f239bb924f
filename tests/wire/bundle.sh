# Bundles to push, made without hubstage: source this file.
#
# bundle_make DIR COUNT [TYPE...]: a sealed bundle of COUNT synthetic records of each type (default calls), with rising
# communication ids from BUNDLE_FIRST (default 1), in HubSpot's own form.
#   BUNDLE_TEXT   in every body (default text)      BUNDLE_LINKS  associations of each record (default 1: contact 500+)
#   BUNDLE_EDIT   a sed script for the lines        BUNDLE_UPDATES  "id=hubspot_id ..." : these are updates, not new
# bundle_seal DIR: writes the bag's tag files anew after somebody changed data/.

bundle_lines()
{
	awk -v type="$1" -v count="$2" -v first="$3" -v text="$4" -v links="$5" 'BEGIN {
		split("calls emails meetings notes tasks communications postal_mail", names, " ")
		split("194 198 200 202 204 81 453", contact, " ")
		split("182 186 188 190 192 87 459", company, " ")
		body["calls"] = "\"hs_call_body\":\"%s\",\"hs_call_direction\":\"OUTBOUND\",\"hs_call_status\":\"COMPLETED\",\"hs_call_title\":\"Call %d\""
		body["emails"] = "\"hs_email_direction\":\"INCOMING_EMAIL\",\"hs_email_status\":\"SENT\",\"hs_email_subject\":\"Mail %2$d\",\"hs_email_text\":\"%1$s\""
		body["meetings"] = "\"hs_meeting_body\":\"%s\",\"hs_meeting_outcome\":\"COMPLETED\",\"hs_meeting_title\":\"Meeting %d\""
		body["notes"] = "\"hs_note_body\":\"%s %d\""
		body["tasks"] = "\"hs_task_body\":\"%s\",\"hs_task_status\":\"COMPLETED\",\"hs_task_subject\":\"Task %d\""
		body["communications"] = "\"hs_communication_body\":\"%s %d\",\"hs_communication_channel_type\":\"SMS\",\"hs_communication_logged_from\":\"CRM\""
		body["postal_mail"] = "\"hs_postal_mail_body\":\"%s %d\""
		for (t = 1; t <= 7; t++)
			if (names[t] == type) {
				to_contact = contact[t]
				to_company = company[t]
			}
		for (i = 0; i < count; i++) {
			id = first + i
			b = body[type]
			sub(/%1\$s|%s/, text, b)
			sub(/%2\$d|%d/, id, b)
			l = ""
			if (links > 0)
				l = sprintf("{\"to\":{\"id\":\"%d\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":%d}]}", 500 + id, to_contact)
			if (links > 1)
				l = l sprintf(",{\"to\":{\"id\":\"%d\"},\"types\":[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":%d}]}", 900 + id, to_company)
			printf "{\"properties\":{%s,\"hs_timestamp\":\"2019-03-17T01:32:44.000Z\",\"legacy_communication_id\":\"%d\"},\"associations\":[%s],\"objectWriteTraceId\":\"%d\"}\n", b, id, l, id
		}
	}'
}

bundle_seal()
{
	(
		cd "$1" || exit 1
		find data -type f | LC_ALL=C sort | xargs sha256sum >manifest-sha256.txt
		printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' >bagit.txt
		printf 'Bagging-Date: 2026-01-01\nPayload-Oxum: %s\n' \
			"$(find data -type f -printf '%s\n' | awk '{s += $1; n++} END {print s "." n}')" >bag-info.txt
		sha256sum bag-info.txt bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt
	)
}

bundle_make()
{
	local dir=$1 count=$2 type types pair counts='' lines new changed first=${BUNDLE_FIRST:-1}

	shift 2
	types=${*:-calls}
	rm -rf "$dir"
	mkdir -p "$dir/data/updates"
	for type in calls emails meetings notes tasks communications postal_mail; do
		: >"$dir/data/$type.ndjson"
		: >"$dir/data/updates/$type.ndjson"
		if [[ " $types " == *" $type "* ]]; then
			bundle_lines "$type" "$count" "$first" "${BUNDLE_TEXT:-text}" "${BUNDLE_LINKS:-1}" |
				sed "${BUNDLE_EDIT:-}" >"$dir/data/$type.ndjson"
			first=$((first + count))
		fi
		for pair in ${BUNDLE_UPDATES:-}; do
			lines=$(grep "\"objectWriteTraceId\":\"${pair%=*}\"" "$dir/data/$type.ndjson") || continue
			printf '{"id":"%s",%s\n' "${pair#*=}" "${lines#\{}" >>"$dir/data/updates/$type.ndjson"
			sed -i "/\"objectWriteTraceId\":\"${pair%=*}\"/d" "$dir/data/$type.ndjson"
		done
		new=$(wc -l <"$dir/data/$type.ndjson") changed=$(wc -l <"$dir/data/updates/$type.ndjson")
		counts+="${counts:+,}\"$type\":{\"new\":$new,\"changed\":$changed}"
	done
	printf '{"tool":"hubstage","version":"0","schema_version":1,"as_of":"2026-01-01T00:00:00.000Z","timezone":"UTC",' >"$dir/data/bundle.json"
	printf '"key_property":"legacy_communication_id","rule_set":{"name":"plan","sha256":"%064d"},"inputs":[],"counts":{%s},"accounting":{}}\n' \
		0 "$counts" >>"$dir/data/bundle.json"
	bundle_seal "$dir"
}
