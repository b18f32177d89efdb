#!/bin/sh
# Check the signature of a message by hand. Needs openssl.
#
#     WEBHOOK_SECRET=whsec_… sh verify.sh "$webhook_id" "$webhook_timestamp" "$webhook_signature" < body.json
set -eu
key=$(printf %s "${WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
wanted=$({ printf '%s.%s.' "$1" "$2"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for signature in $3; do # two for a day after the secret was changed
  [ "$signature" = "v1,$wanted" ] && echo "It is ours." && exit 0
done
echo "It is not ours." && exit 1
