#!/bin/sh
# From a token to finished personas, step by step:   PERSONA_URL=… PERSONA_TOKEN=pw_… sh personas.sh answers.csv
set -eu
api="$PERSONA_URL/api/v1"
file=$1
key=$(date +%s)-$$ # the same key again would be the same request: nothing is made twice

call() { # call METHOD PATH [curl options]: the answer, or the problem and an end
    method=$1 path=$2
    shift 2
    curl --silent --show-error --fail-with-body --retry 3 --request "$method" "$@" \
        --header "Authorization: Bearer $PERSONA_TOKEN" "$api$path"
}

# 1. An experiment, and its data: the file itself is the body.
experiment=$(call POST /experiments --header "Idempotency-Key: $key" --json '{"name": "Meal planning"}' | jq -r .id)
source=$(call POST "/experiments/$experiment/sources?name=$(basename "$file")" \
    --header "Idempotency-Key: $key" --header "Content-Type: text/csv" --data-binary "@$file" | jq -r .id)

# 2. The file is read; ask until it is ready or cannot be used.
while status=$(call GET "/sources/$source" | jq -r .status); [ "$status" = waiting ] || [ "$status" = reading ]; do
    sleep 1
done
[ "$status" = ready ] || { call GET "/sources/$source" | jq .error; exit 1; }
call GET "/sources/$source/columns" | jq -r '.items[] | "\(.role)\t\(.name)"' | head -5

# 3. A run. It goes on whatever becomes of this script; events come after the last number that was seen.
run=$(call POST "/experiments/$experiment/runs" --header "Idempotency-Key: $key" --json '{"count": 3}' | jq -r .id)
seen=0 finished=false
while [ "$finished" = false ]; do
    news=$(call GET "/runs/$run/events?after=$seen")
    echo "$news" | jq -r '.items[] | select(.type == "persona.created") | "written: \(.payload.name)"'
    seen=$(echo "$news" | jq .next) finished=$(echo "$news" | jq .is_finished)
    [ "$finished" = true ] || sleep 1
done
[ "$(call GET "/runs/$run" | jq -r .status)" = done ] || { call GET "/runs/$run" | jq .error; exit 1; }

# 4. The personas, the words behind the first statement of the first one, and all of it as a file.
call GET "/runs/$run/personas" | jq -r '.items[] | "\(.position). \(.name), \(.tagline) (\(.size) people)"'
first=$(call GET "/runs/$run/personas" | jq -r '.items[0].id')
call GET "/personas/$first" | jq -r '.statements[0] | .text, .note, (.evidence[0] | "line \(.line): “\(.quote)”")'
call GET "/runs/$run/exports/md" --output personas.md
echo "Everything is in personas.md"
