CREATE TABLE public.contents (
    team text NOT NULL,
    source text NOT NULL,
    id text NOT NULL,
    salt text NOT NULL,
    content jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    text_holds boolean
);
CREATE TABLE public.deployment (
    only_row boolean DEFAULT true NOT NULL,
    collector_id uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT deployment_only_row_check CHECK (only_row)
);
CREATE TABLE public.events (
    team text NOT NULL,
    sequence bigint NOT NULL,
    source text NOT NULL,
    id text NOT NULL,
    subject text NOT NULL,
    type text NOT NULL,
    "time" timestamp with time zone NOT NULL,
    authid text NOT NULL,
    event jsonb NOT NULL,
    bytes integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    author_commitment text NOT NULL,
    author_salt text,
    link text NOT NULL,
    bare boolean NOT NULL
);
CREATE TABLE public.schema_versions (
    version integer NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.teams (
    team text NOT NULL,
    last_sequence bigint NOT NULL,
    head text DEFAULT 'sha256:0000000000000000000000000000000000000000000000000000000000000000'::text NOT NULL,
    retention_days integer
);
CREATE TABLE public.tokens (
    team text NOT NULL,
    token_id text NOT NULL,
    token_hash text NOT NULL,
    subject text NOT NULL,
    name text,
    role text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    expires_at timestamp with time zone
);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f17c-724a-9f42-a44142b3cbbc', '5376565d140de853524a2ada54ac814e', '{"text": "The warranty covers two years."}', '2026-11-28 06:30:18.394+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f192-7470-bb7e-3b7330a356ca', '62f895fa70beba1b3ee96c016f2778e5', '{"comment": "Three years", "passages": []}', '2026-11-28 06:30:18.394+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f197-72af-9233-6f5327dfe110', '1495315ea73a2cc24b89a719cf1f1f88', '{"comment": "Never mind", "passages": []}', '2026-11-28 06:30:18.394+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1c9-7257-852d-cd84950de19b', '1caa100a8101836e3d8449bb6f36ac51', '{"comment": "amended", "passages": []}', '2026-11-28 06:30:18.394+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:a4578416-6d7f-485d-8bd4-37bbe0861de6', '01a220d8-f265-76dc-9373-77d4c454260e', 'f7f88c9ca74ac76361e4bd5a9ed296fe', '{"note": "Read the contract."}', '2026-11-28 06:30:18.476+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a', '01a220d8-f2b2-7396-8c89-e49643d354c6', 'cbc170fac9082550c2df182886298f46', '{"person": "lea"}', '2026-11-28 06:30:18.531+00', true);
INSERT INTO public.deployment VALUES (true, '7ea555c2-9b19-4f53-a3bd-cc562bc3b66a');
INSERT INTO public.events VALUES ('acme', 1, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f17c-724a-9f42-a44142b3cbbc', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.output.seen.v1', '2026-11-28 06:30:18.233+00', 'ada', '{"id": "01a220d8-f17c-724a-9f42-a44142b3cbbc", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:9b56bb91bd6085b5b1b6a7279d922b6643ec199df0cca5588a1cc4d5d640c9e5"}, "time": "2026-11-28T06:30:18.233Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 774, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:767ea146750ea31f037624eeefad9426365a0e6bd1b179b354ba630af5d179c6', false);
INSERT INTO public.events VALUES ('acme', 2, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f192-7470-bb7e-3b7330a356ca', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.made.v1', '2026-11-28 06:30:18.257+00', 'ada', '{"id": "01a220d8-f192-7470-bb7e-3b7330a356ca", "data": {"facts": {"reportId": "01a220d8-f191-77a8-9593-a9cb162e0983", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:0fa922f5ad0b53b61d2a94e901b2ead4936ad33ef0ad63d45506e33f5494607b"}, "time": "2026-11-28T06:30:18.257Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 636, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:5c57947e7d4fd1dd779e448e98767d3ab48df9a67f5431d433f90095dd75e04a', false);
INSERT INTO public.events VALUES ('acme', 3, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f197-72af-9233-6f5327dfe110', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.made.v1', '2026-11-28 06:30:18.261+00', 'ada', '{"id": "01a220d8-f197-72af-9233-6f5327dfe110", "data": {"facts": {"reportId": "01a220d8-f195-75a1-90bd-d3483e1dc2f4", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:977c3c274c4a0a3d6d2adc169a1b153b580052b85ce9bdebbb1f63fb03fe2f92"}, "time": "2026-11-28T06:30:18.261Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 635, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:a46f8d6a58c56b0df5a0c1c9c7e469456f35c8bb863672e774639968c6605019', false);
INSERT INTO public.events VALUES ('acme', 4, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1c9-7257-852d-cd84950de19b', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.amended.v1', '2026-11-28 06:30:18.313+00', 'ada', '{"id": "01a220d8-f1c9-7257-852d-cd84950de19b", "data": {"facts": {"reportId": "01a220d8-f191-77a8-9593-a9cb162e0983", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:d274cc41f8bfce70d80530f4cd5f515858ce5b3962ece52e09c401d1809f9b02"}, "time": "2026-11-28T06:30:18.313Z", "type": "countersign.report.amended.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 635, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:ee3f7a528861e67713a2fbad469cfd0c0a33876a61477265d4eac687b83d6354', false);
INSERT INTO public.events VALUES ('acme', 5, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1c9-7257-852d-d1fa6aa7ec30', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.withdrawn.v1', '2026-11-28 06:30:18.313+00', 'ada', '{"id": "01a220d8-f1c9-7257-852d-d1fa6aa7ec30", "data": {"facts": {"undone": false, "reportId": "01a220d8-f195-75a1-90bd-d3483e1dc2f4"}}, "time": "2026-11-28T06:30:18.313Z", "type": "countersign.report.withdrawn.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 422, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:1ba172225eb570538f0ed2819dd454888ef05763251b01d3bb21ea059a3382d1', false);
INSERT INTO public.events VALUES ('acme', 6, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1c6-771d-96a7-47780c28ed3e', 'sha256:a5ec81e310909e09da8b7824b8bfa844e7ec50760bfd0d5a999df169fa04c0c1', 'countersign.output.seen.v1', '2026-11-28 06:30:18.31+00', 'ada', '{"id": "01a220d8-f1c6-771d-96a7-47780c28ed3e", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:14797b2818c3f2ba72a35bb544bedf02f769d24fac3976fb6425a38768fbecfd"}, "time": "2026-11-28T06:30:18.310Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:a5ec81e310909e09da8b7824b8bfa844e7ec50760bfd0d5a999df169fa04c0c1", "specversion": "1.0", "datacontenttype": "application/json"}', 885, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:40170a29d1a10e8584a1f466435ef38b4dd0c88a675f3ed84dfc460e3df1687e', false);
INSERT INTO public.events VALUES ('acme', 7, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1ca-725a-8d48-fca9872b7d60', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.output.reused.v1', '2026-11-28 06:30:18.314+00', 'ada', '{"id": "01a220d8-f1ca-725a-8d48-fca9872b7d60", "data": {"facts": {"kept": 0.75, "part": 0.5, "origin": "https://crm.acme.example", "status": "blocked", "changed": 0.25, "reuseId": "019dab0e-5a10-7c3e-9f61-0d2b6f3c8a13", "characters": 420}}, "time": "2026-11-28T06:30:18.314Z", "type": "countersign.output.reused.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 513, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:56d29f5fe1a47419be91155f440d307957912e8fef0c28cd32e7c2f0f157a6e2', false);
INSERT INTO public.events VALUES ('acme', 8, 'urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98', '01a220d8-f1cb-767a-8886-f1b9893e658c', 'https://desk.example.com', 'countersign.detection.degraded.v1', '2026-11-28 06:30:18.315+00', 'ada', '{"id": "01a220d8-f1cb-767a-8886-f1b9893e658c", "data": {"facts": {"tool": "desk", "reason": "nothingFound", "version": "0123456789ab", "toolName": "Desk"}}, "time": "2026-11-28T06:30:18.315Z", "type": "countersign.detection.degraded.v1", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98", "subject": "https://desk.example.com", "specversion": "1.0", "datacontenttype": "application/json"}', 393, '2026-11-28 06:30:18.394+00', 'sha256:90301a0a8c7290adca430bb29794f78be97039839ae566ee9234fe208a457c78', '6ab44bcd5db247ab51bb6efe3530dc4e', 'sha256:a473602b56720c1622987ad9b18f33cd82c722ff1a1302e7baf8c142afc14012', false);
INSERT INTO public.events VALUES ('acme', 9, 'urn:countersign:installation:a4578416-6d7f-485d-8bd4-37bbe0861de6', '01a220d8-f24c-7432-b3b8-741543d4c2f6', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.citation.checked.v1', '2026-11-28 06:30:18.444+00', 'root', '{"id": "01a220d8-f24c-7432-b3b8-741543d4c2f6", "data": {"facts": {"by": "person", "url": "https://example.com/", "claim": "exact", "reach": "reached"}}, "time": "2026-11-28T06:30:18.444Z", "type": "countersign.citation.checked.v1", "source": "urn:countersign:installation:a4578416-6d7f-485d-8bd4-37bbe0861de6", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 434, '2026-11-28 06:30:18.453+00', 'sha256:cc3ce3195ec5a6001dc0c12d62c02f6ed52a2d784a36848ac7ff3e7f1f0e398e', 'e87201441196443310c574ba5aa87387', 'sha256:c78aa26e41fb1bfe20f4077f7180b5d25d53d68bf5af8663c97309856c57a902', false);
INSERT INTO public.events VALUES ('acme', 10, 'urn:countersign:installation:a4578416-6d7f-485d-8bd4-37bbe0861de6', '01a220d8-f265-76dc-9373-77d4c454260e', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.decision.made.v1', '2026-11-28 06:30:18.461+00', 'lea', '{"id": "01a220d8-f265-76dc-9373-77d4c454260e", "data": {"facts": {"verdict": "block", "reportIds": [], "decisionId": "01a220d8-f25d-71c0-958e-a21650bdd50f"}, "commitment": "sha256:e1e5437a9fa53d80f9db3389e1d93a06ecc731942bdaf27f0909664aab3fa236"}, "time": "2026-11-28T06:30:18.461Z", "type": "countersign.decision.made.v1", "source": "urn:countersign:installation:a4578416-6d7f-485d-8bd4-37bbe0861de6", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 619, '2026-11-28 06:30:18.476+00', 'sha256:26061dcc74f261f263b5991658c3c75115d58b218be34a007679a6cc0a22d7e7', 'd893537dcac7e33f9f9235b14f9f7f31', 'sha256:6763964d4e25065a84776ce822e56d9e61aa02f6cfeb0d94583d8a5391b0a4e4', false);
INSERT INTO public.events VALUES ('acme', 11, 'urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a', '01a220d8-f291-776f-a058-fe4f554350fb', 'urn:countersign:retention:01a220d8-f285-7593-afad-e6233c2fe05b', 'countersign.retention.changed.v1', '2026-11-28 06:30:18.501+00', 'root', '{"id": "01a220d8-f291-776f-a058-fe4f554350fb", "data": {"facts": {"days": 365, "changeId": "01a220d8-f285-7593-afad-e6233c2fe05b"}}, "time": "2026-11-28T06:30:18.501Z", "type": "countersign.retention.changed.v1", "source": "urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a", "subject": "urn:countersign:retention:01a220d8-f285-7593-afad-e6233c2fe05b", "specversion": "1.0", "datacontenttype": "application/json"}', 407, '2026-11-28 06:30:18.501+00', 'sha256:892c20d19d68996b02a517c7276c26a3970c14d5ec0dfe284f37ee301c5de7cf', '434060f892680a844af89f0a3f5fefca', 'sha256:2eaa045cece7a059835bc2abf9c2d4c57c249ef32843f845244952e84db3aab5', false);
INSERT INTO public.events VALUES ('acme', 12, 'urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a', '01a220d8-f2b2-7396-8c89-e49643d354c6', 'urn:countersign:export:01a220d8-f2a4-76fa-b34d-b2770bc5dad8', 'countersign.person.exported.v1', '2026-11-28 06:30:18.531+00', 'root', '{"id": "01a220d8-f2b2-7396-8c89-e49643d354c6", "data": {"facts": {"exportId": "01a220d8-f2a4-76fa-b34d-b2770bc5dad8"}, "commitment": "sha256:0c083619f2a995a82a464631b0e6d03820478f428d8f87c378e23ec1f626c1c3"}, "time": "2026-11-28T06:30:18.531Z", "type": "countersign.person.exported.v1", "source": "urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a", "subject": "urn:countersign:export:01a220d8-f2a4-76fa-b34d-b2770bc5dad8", "specversion": "1.0", "datacontenttype": "application/json"}', 558, '2026-11-28 06:30:18.531+00', 'sha256:38b3c737e0e5dc8ab47da4bac3f628a6db540d81e09ee39b3318d4889c6827d9', '25e5ec953f7715237d3aeb57126ed3ff', 'sha256:1fde47f533eee5a227c5638b733d92e7c6ba0c2f72225331162f926db2028f37', false);
INSERT INTO public.events VALUES ('acme', 13, 'urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a', '01a220d8-f2e3-737b-9023-c911d2e86ef6', 'urn:countersign:erasure:01a220d8-f2df-71b8-a753-9e1136e03a1e', 'countersign.content.erased.v1', '2026-11-28 06:30:18.582+00', 'root', '{"id": "01a220d8-f2e3-737b-9023-c911d2e86ef6", "data": {"facts": {"events": [{"id": "01a220d8-f1c6-771d-96a7-47780c28ed3e", "source": "urn:countersign:installation:456a3615-ac3c-44dd-8f4c-ee049d069d98"}], "reason": "output", "erasureId": "01a220d8-f2df-71b8-a753-9e1136e03a1e"}}, "time": "2026-11-28T06:30:18.582Z", "type": "countersign.content.erased.v1", "source": "urn:countersign:collector:7ea555c2-9b19-4f53-a3bd-cc562bc3b66a", "subject": "urn:countersign:erasure:01a220d8-f2df-71b8-a753-9e1136e03a1e", "specversion": "1.0", "datacontenttype": "application/json"}', 544, '2026-11-28 06:30:18.582+00', 'sha256:57d3c1becb8a5934cdfa94a699f9ceb5c77d8a194089ff26c508e39a1b019b2b', 'd9ef447d37d5d4cb64e4be548c8ce51e', 'sha256:eab7c69d2f9236d018492e019e32b94f43d2e36f914819058f918bb4d2f8e918', false);
INSERT INTO public.schema_versions VALUES (1, '2026-11-28 06:30:18.056129+00');
INSERT INTO public.schema_versions VALUES (2, '2026-11-28 06:30:18.056129+00');
INSERT INTO public.schema_versions VALUES (3, '2026-11-28 06:30:18.056129+00');
INSERT INTO public.teams VALUES ('acme', 13, 'sha256:eab7c69d2f9236d018492e019e32b94f43d2e36f914819058f918bb4d2f8e918', 365);
INSERT INTO public.tokens VALUES ('acme', '01a220d8-f169-7058-81ff-5ae181ae37d2', 'sha256:ebe0f95b9130158b18be7137084593df6cbd32603fb55c2122e15bd2116cbf2f', 'ada', NULL, 'reporter', '2026-11-28 06:30:18.228392+00', NULL, NULL);
INSERT INTO public.tokens VALUES ('acme', '01a220d8-f175-72db-85e8-c997f3f42947', 'sha256:d38cfa6747eb122acf64928c16ce0e2ce37ef752d957d3d4c33b88bcc93ab4f0', 'lea', NULL, 'reviewer', '2026-11-28 06:30:18.229726+00', NULL, NULL);
INSERT INTO public.tokens VALUES ('acme', '01a220d8-f175-72db-85e8-cd776df7722d', 'sha256:f89ee81c2e0a9041979f6987cc6e325d2b587f04ddce073af5c71073b504924e', 'root', NULL, 'admin', '2026-11-28 06:30:18.23044+00', NULL, NULL);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (team, source, id);
ALTER TABLE ONLY public.deployment
    ADD CONSTRAINT deployment_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (team, sequence);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_team_source_id_key UNIQUE (team, source, id);
ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT schema_versions_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (team);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (team, token_id);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_token_id_key UNIQUE (token_id);
CREATE INDEX contents_by_age ON public.contents USING btree (team, recorded_at);
CREATE INDEX contents_unchecked ON public.contents USING btree (team, source, id) WHERE (text_holds IS NULL);
CREATE INDEX events_report_made ON public.events USING btree (team, ((event #>> '{data,facts,reportId}'::text[])), sequence) WHERE (type = 'countersign.report.made.v1'::text);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_team_source_id_fkey FOREIGN KEY (team, source, id) REFERENCES public.events(team, source, id);
