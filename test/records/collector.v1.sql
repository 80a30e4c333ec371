CREATE TABLE public.contents (
    team text NOT NULL,
    source text NOT NULL,
    id text NOT NULL,
    salt text NOT NULL,
    content jsonb NOT NULL
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
    bytes integer NOT NULL
);
CREATE TABLE public.schema_versions (
    version integer NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.teams (
    team text NOT NULL,
    last_sequence bigint NOT NULL
);
CREATE TABLE public.tokens (
    team text NOT NULL,
    token_id text NOT NULL,
    token_hash text NOT NULL,
    subject text NOT NULL,
    name text,
    role text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone
);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebb6-75fc-9d33-d17280feb1d4', 'f41fae9bb7d3504d14f6bb762098696e', '{"text": "The warranty covers two years."}');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc2-7684-b335-2d09c6f2f754', '29888cd5a1691388a5124cd46b50527f', '{"comment": "It is three years.", "passages": []}');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc5-7375-8df9-c4f966b9e376', '4a4fe457343cf12714aceaa78368ecca', '{"comment": "No source says this.", "passages": []}');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc5-7375-8df9-c8418f1aed9d', 'a1bc3e2a6da28b57122d5c629b5011ad', '{"comment": "amended", "passages": []}');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc7-7537-8eaf-d626852606ad', '230da734307725efdb66ed708b2d84bc', '{"note": "Checked.", "correctedText": "The warranty covers three years."}');
INSERT INTO public.events VALUES ('acme', 1, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebb6-75fc-9d33-d17280feb1d4', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.output.seen.v1', '2026-11-23 03:34:12.147+00', 'ada', '{"id": "01a20677-ebb6-75fc-9d33-d17280feb1d4", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:d2b49ca6795bee1570f71e3507c44df9a3087dd9b09a519cab36e23dcf84ab8f"}, "time": "2026-11-23T03:34:12.147Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 2, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc2-7684-b335-2d09c6f2f754', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.made.v1', '2026-11-23 03:34:12.156+00', 'ada', '{"id": "01a20677-ebc2-7684-b335-2d09c6f2f754", "data": {"facts": {"reportId": "01a20677-ebbc-7771-804d-7e5fb4037a57", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:14242126b6729f2b6b34b71928e00c806fb3bc7454225fb1c75c44e24f7169bc"}, "time": "2026-11-23T03:34:12.156Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 3, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc5-7375-8df9-c4f966b9e376', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.made.v1', '2026-11-23 03:34:12.165+00', 'ada', '{"id": "01a20677-ebc5-7375-8df9-c4f966b9e376", "data": {"facts": {"reportId": "01a20677-ebc5-7375-8df9-c38fce42f32a", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:70e5bca421ca20b49f7ed5479141a6541758a022e80b76476a427458e6dcdacc"}, "time": "2026-11-23T03:34:12.165Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 4, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc5-7375-8df9-c8418f1aed9d', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.amended.v1', '2026-11-23 03:34:12.165+00', 'ada', '{"id": "01a20677-ebc5-7375-8df9-c8418f1aed9d", "data": {"facts": {"reportId": "01a20677-ebbc-7771-804d-7e5fb4037a57", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:b7b6f7ad028a5902ed6bb0e336d29319bcfd65a080280d774096a502acf846e7"}, "time": "2026-11-23T03:34:12.165Z", "type": "countersign.report.amended.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 5, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc6-7311-bafa-145a9349ec27', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.withdrawn.v1', '2026-11-23 03:34:12.166+00', 'ada', '{"id": "01a20677-ebc6-7311-bafa-145a9349ec27", "data": {"facts": {"undone": false, "reportId": "01a20677-ebc5-7375-8df9-c38fce42f32a"}}, "time": "2026-11-23T03:34:12.166Z", "type": "countersign.report.withdrawn.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 6, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc7-7537-8eaf-d626852606ad', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.decision.made.v1', '2026-11-23 03:34:12.167+00', 'ada', '{"id": "01a20677-ebc7-7537-8eaf-d626852606ad", "data": {"facts": {"verdict": "modify", "reportIds": [], "decisionId": "01a20677-ebc7-7537-8eaf-d1f0a0db995f"}, "commitment": "sha256:2b90b64863c2100ce4a14551053c2f40e69f5915cc743027b33f665b98870471"}, "time": "2026-11-23T03:34:12.167Z", "type": "countersign.decision.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.events VALUES ('acme', 7, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ebc8-76f6-9f4f-486ce19bf7d7', 'https://desk.example', 'countersign.detection.degraded.v1', '2026-11-23 03:34:12.167+00', 'ada', '{"id": "01a20677-ebc8-76f6-9f4f-486ce19bf7d7", "data": {"facts": {"tool": "desk", "reason": "nothingFound", "version": "0123456789ab", "toolName": "Desk"}}, "time": "2026-11-23T03:34:12.167Z", "type": "countersign.detection.degraded.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "https://desk.example", "specversion": "1.0", "datacontenttype": "application/json"}', 1000);
INSERT INTO public.schema_versions VALUES (1, '2026-11-23 03:34:12.135091+00');
INSERT INTO public.teams VALUES ('acme', 7);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (team, source, id);
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
CREATE INDEX events_report_made ON public.events USING btree (team, ((event #>> '{data,facts,reportId}'::text[])), sequence) WHERE (type = 'countersign.report.made.v1'::text);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_team_source_id_fkey FOREIGN KEY (team, source, id) REFERENCES public.events(team, source, id);
