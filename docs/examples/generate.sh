#!/bin/sh
# Upload and run in one call, then wait without asking for what has not changed.
#     PERSONA_URL=… PERSONA_TOKEN=pw_… sh generate.sh answers.csv
set -eu
api="$PERSONA_URL/api/v1"
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

run=$(curl --silent --show-error --fail-with-body --header "Authorization: Bearer $PERSONA_TOKEN" \
    --header "Idempotency-Key: generate-$(cksum < "$1" | tr ' ' -)" --form "file=@$1" "$api/generate?count=3" | jq -r .id)
status=queued
while [ "$status" = queued ] || [ "$status" = running ]; do
    sleep 1
    # With the tag of last time the server answers 304 and sends nothing, until there is news.
    curl --silent --show-error --fail-with-body --header "Authorization: Bearer $PERSONA_TOKEN" \
        --etag-compare "$here/tag" --etag-save "$here/tag" --output "$here/news" "$api/runs/$run"
    if [ -s "$here/news" ]; then status=$(jq -r .status "$here/news"); fi
done
echo "$status"
[ "$status" = done ]
