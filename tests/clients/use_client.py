"""What a program does with the Python client made from the document: ADDRESS TOKEN; prints JSON."""

import io
import json
import sys

from persona_client import AuthenticatedClient
from persona_client.api.data import upload_source
from persona_client.api.experiments import change_experiment, create_experiment, list_experiments
from persona_client.models import ExperimentChange, ExperimentIn, UploadSourceFilesBody
from persona_client.types import File

address, token = sys.argv[1:]
api = AuthenticatedClient(address, token)

created = create_experiment.sync_detailed(client=api, body=ExperimentIn(name="From Python"))
where = created.parsed.id
change_experiment.sync(where, client=api, body=ExperimentChange(description="Asked in spring"))
table = File(io.BytesIO(b"answer\nI plan on Sundays.\n"), "data.csv", "text/csv")
uploaded = upload_source.sync_detailed(where, client=api, body=UploadSourceFilesBody(file=table))
listed = list_experiments.sync(client=api, limit=10)
refused = change_experiment.sync(where, client=api, body=ExperimentChange(name=""))

print(
    json.dumps(
        {
            "created": created.status_code,
            "uploaded": uploaded.status_code,
            "listed": [[each.name, each.description] for each in listed.items],
            "refused": [refused.status, refused.code, [each.where for each in refused.errors]],
        }
    )
)
