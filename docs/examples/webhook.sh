#!/bin/sh
# Make a webhook, keep its secret, send a test and see what came of it. Needs curl and jq.
#
#     PERSONA_URL=https://persona.example.com PERSONA_TOKEN=pw_… sh webhook.sh https://hooks.example.com/persona
set -eu
api() {
  curl --silent --show-error --fail-with-body \
    --header "Authorization: Bearer $PERSONA_TOKEN" --header "Content-Type: application/json" "$@"
}

wanted="{\"url\": \"$1\", \"events\": [\"generation.completed\", \"generation.failed\"]}"
# With a key, the same request is the same webhook, however often it is sent.
made=$(api "$PERSONA_URL/api/v1/webhooks" --header "Idempotency-Key: webhook for $1" --data "$wanted")
echo "WEBHOOK_SECRET=$(echo "$made" | jq -r .secret)" # told only now

webhook=$(echo "$made" | jq -r .id)
delivery=$(api --request POST "$PERSONA_URL/api/v1/webhooks/$webhook/test" | jq -r .id)
state=waiting
while [ "$state" = waiting ]; do
  sleep 1
  answer=$(api "$PERSONA_URL/api/v1/deliveries/$delivery")
  state=$(echo "$answer" | jq -r .status)
  echo "$answer" | jq -r '.attempts[-1] | "try \(.number): \(.status // .error) \(.answer)"'
done
echo "The test is $state."
