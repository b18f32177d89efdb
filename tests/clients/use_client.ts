// What a program in TypeScript does with types and client made from the document: ADDRESS TOKEN; prints JSON.
import createClient from "openapi-fetch";

import type { components, paths } from "./api.js";

type Experiment = components["schemas"]["ExperimentOut"];

const [address, token] = process.argv.slice(2);
const api = createClient<paths>({ baseUrl: address, headers: { authorization: `Bearer ${token}` } });

const created = await api.POST("/api/v1/experiments", { body: { name: "From TypeScript" } });
const experiment = created.data as Experiment;
const at = { params: { path: { experiment_id: experiment.id } } };
await api.PATCH("/api/v1/experiments/{experiment_id}", { ...at, body: { description: "Asked in spring" } });
const uploaded = await api.POST("/api/v1/experiments/{experiment_id}/sources", {
  params: { path: at.params.path, query: { name: "data.csv" } },
  body: "answer\nI plan on Sundays.\n",
  bodySerializer: (body: string) => body,
  headers: { "content-type": "text/csv" },
} as never);
const listed = await api.GET("/api/v1/experiments", { params: { query: { limit: 10 } } });
const refused = await api.PATCH("/api/v1/experiments/{experiment_id}", { ...at, body: { name: "" } });

console.log(
  JSON.stringify({
    created: created.response.status,
    uploaded: uploaded.response.status,
    listed: listed.data?.items.map((each) => [each.name, each.description]),
    refused: [refused.error?.status, refused.error?.code, refused.error?.errors?.map((each) => each.where)],
  }),
);
