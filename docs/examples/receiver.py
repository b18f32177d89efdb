"""A receiver of webhooks in Python. Needs: pip install standardwebhooks

WEBHOOK_SECRET=whsec_… PORT=8443 python receiver.py
"""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["WEBHOOK_SECRET"])
seen = set()  # of ids; keep them in your database, for at least a week


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            message = webhook.verify(body, dict(self.headers))
        except WebhookVerificationError:
            self.answer(401)  # not from us, changed on the way, or older than five minutes
            return
        message_id = self.headers["webhook-id"]
        if message_id not in seen:  # the same message may come twice
            seen.add(message_id)
            handle(message["type"], message["data"])
        self.answer(204)  # within 15 seconds: do long work after the answer

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *args):
        pass


def handle(event, data):
    """What you do with it: here it is printed."""
    print(event, json.dumps(data), flush=True)


if __name__ == "__main__":
    ThreadingHTTPServer(("", int(os.environ.get("PORT", "8443"))), Receiver).serve_forever()
