CREATE TABLE public.contents (
    team text NOT NULL,
    source text NOT NULL,
    id text NOT NULL,
    salt text NOT NULL,
    content jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL
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
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-b494ab061738', '9045eb0458ea49dfdb760e1a399a8a2c', '{"text": "The warranty covers two years."}', '2026-11-23 03:34:12.358+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-be3ca7498e73', '7ff3f3243b939216e73150ffc31ed0bd', '{"comment": "It is three years.", "passages": []}', '2026-11-23 03:34:12.358+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-c61ba573fbf8', 'fd36c30da2481bce4118db0f56324ba3', '{"comment": "No source says this.", "passages": []}', '2026-11-23 03:34:12.358+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-24e3ef9c88bc', 'e4996183e85cf9e1fb7a0f77e8ad485f', '{"comment": "amended", "passages": []}', '2026-11-23 03:34:12.358+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-32cf42a70ede', 'fed258ba4e17fafb73a8053c3c903cb9', '{"note": "Checked.", "correctedText": "The warranty covers three years."}', '2026-11-23 03:34:12.358+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02', '01a20677-ec98-7120-98b0-3edb9e76026a', '1cdfb23b5b1dec9ad304f965dd6aa1d6', '{"person": "ada"}', '2026-11-23 03:34:12.375+00');
INSERT INTO public.deployment VALUES (true, '810e05b8-587c-4396-bb1e-471e9c73dc02');
INSERT INTO public.events VALUES ('acme', 1, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-b494ab061738', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.output.seen.v1', '2026-11-23 03:34:12.328+00', 'ada', '{"id": "01a20677-ec69-7570-93a4-b494ab061738", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:2c43d473380c5afa8a7aceddc86e5286363e72f7eebf672f8b2e4484ca8b873d"}, "time": "2026-11-23T03:34:12.328Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 774, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:1e514bfd0b5434e68b5ec6250c30fa249e5009ef8bd2682548a155e292df01e3', false);
INSERT INTO public.events VALUES ('acme', 2, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-be3ca7498e73', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.made.v1', '2026-11-23 03:34:12.329+00', 'ada', '{"id": "01a20677-ec69-7570-93a4-be3ca7498e73", "data": {"facts": {"reportId": "01a20677-ec69-7570-93a4-bb40a538a7cf", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:6536b9a009a52eaca224213563e1bea414564a9762772ceb86637e1d0dd52dc7"}, "time": "2026-11-23T03:34:12.329Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 643, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:8a58dbb6632a35f518be1aa384e447ab0c6a65794e0da8e76536049771440e90', false);
INSERT INTO public.events VALUES ('acme', 3, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec69-7570-93a4-c61ba573fbf8', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.made.v1', '2026-11-23 03:34:12.329+00', 'ada', '{"id": "01a20677-ec69-7570-93a4-c61ba573fbf8", "data": {"facts": {"reportId": "01a20677-ec69-7570-93a4-c16b12271015", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:986a9c9df59efb54fb1a51d1448c22b67d5be7dfd3e506c8a438339d608e7d60"}, "time": "2026-11-23T03:34:12.329Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 645, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:0a9c0b7dfe7a4497efde1659fa3d164b6416a57a1f87d4f8ce71cdffb0d40d01', false);
INSERT INTO public.events VALUES ('acme', 4, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-24e3ef9c88bc', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.amended.v1', '2026-11-23 03:34:12.33+00', 'ada', '{"id": "01a20677-ec6a-72a0-b51d-24e3ef9c88bc", "data": {"facts": {"reportId": "01a20677-ec69-7570-93a4-bb40a538a7cf", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:e602f2ef3158faadd7f515253dc6228d9bc12bf5a456b91c088c692c33dded21"}, "time": "2026-11-23T03:34:12.330Z", "type": "countersign.report.amended.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 635, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:03c6e15cdfc8e3b797d8a20d539e28842918b61f4dd81ea2eb580484552e5c9e', false);
INSERT INTO public.events VALUES ('acme', 5, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-2b9f86543042', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.withdrawn.v1', '2026-11-23 03:34:12.33+00', 'ada', '{"id": "01a20677-ec6a-72a0-b51d-2b9f86543042", "data": {"facts": {"undone": false, "reportId": "01a20677-ec69-7570-93a4-c16b12271015"}}, "time": "2026-11-23T03:34:12.330Z", "type": "countersign.report.withdrawn.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 422, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:997360d8a2153b37ac2298d087594a2b50a7a5979daa0dbd15e12b7454140195', false);
INSERT INTO public.events VALUES ('acme', 6, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-32cf42a70ede', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.decision.made.v1', '2026-11-23 03:34:12.33+00', 'ada', '{"id": "01a20677-ec6a-72a0-b51d-32cf42a70ede", "data": {"facts": {"verdict": "modify", "reportIds": [], "decisionId": "01a20677-ec6a-72a0-b51d-2dbe6506d63e"}, "commitment": "sha256:f3ccf7a7fe3dd1404a8375a7630ce034236ab9624d60a4ea75d64eb5da149ecf"}, "time": "2026-11-23T03:34:12.330Z", "type": "countersign.decision.made.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 661, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:905d68f214f9a1bf94bbb3ebacbd8eb7a9742c3768e26e3907fe65af2a41fbdd', false);
INSERT INTO public.events VALUES ('acme', 7, 'urn:countersign:installation:44444444-4444-4444-8444-444444444444', '01a20677-ec6a-72a0-b51d-350aa63aac3c', 'https://desk.example', 'countersign.detection.degraded.v1', '2026-11-23 03:34:12.33+00', 'ada', '{"id": "01a20677-ec6a-72a0-b51d-350aa63aac3c", "data": {"facts": {"tool": "desk", "reason": "nothingFound", "version": "0123456789ab", "toolName": "Desk"}}, "time": "2026-11-23T03:34:12.330Z", "type": "countersign.detection.degraded.v1", "source": "urn:countersign:installation:44444444-4444-4444-8444-444444444444", "subject": "https://desk.example", "specversion": "1.0", "datacontenttype": "application/json"}', 389, '2026-11-23 03:34:12.358+00', 'sha256:71290bf9f832f3e61715bd0788f376d7e10322fe952b00234b9b30f602ada5c4', '0abc571d29dc53c0e64d83ecd8387f0a', 'sha256:cb3b31fb2d3d04b30d13888a94994470e8beeecff060b0d25ec2b3ed5a5802bf', false);
INSERT INTO public.events VALUES ('acme', 8, 'urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02', '01a20677-ec95-74e0-a8a1-b41d459e15b0', 'urn:countersign:retention:01a20677-ec93-70c2-8368-259e82b4123c', 'countersign.retention.changed.v1', '2026-11-23 03:34:12.371+00', 'urn:countersign:operator', '{"id": "01a20677-ec95-74e0-a8a1-b41d459e15b0", "data": {"facts": {"days": 365, "changeId": "01a20677-ec93-70c2-8368-259e82b4123c"}}, "time": "2026-11-23T03:34:12.371Z", "type": "countersign.retention.changed.v1", "source": "urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02", "subject": "urn:countersign:retention:01a20677-ec93-70c2-8368-259e82b4123c", "specversion": "1.0", "datacontenttype": "application/json"}', 407, '2026-11-23 03:34:12.371+00', 'sha256:fcfe1f9f2c8c19393c58ecbbece8267f2b794f672c11279cb4de56290c36eb6f', '7044e79c189e3806dd9595e46da46eab', 'sha256:0e55cc53e23cbb1e97fb6fd095264f73ac1218f73bf6a4b84cf07cd26559848c', false);
INSERT INTO public.events VALUES ('acme', 9, 'urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02', '01a20677-ec98-7120-98b0-3edb9e76026a', 'urn:countersign:export:01a20677-ec97-712a-a566-361f0e1f8ac6', 'countersign.person.exported.v1', '2026-11-23 03:34:12.375+00', 'urn:countersign:operator', '{"id": "01a20677-ec98-7120-98b0-3edb9e76026a", "data": {"facts": {"exportId": "01a20677-ec97-712a-a566-361f0e1f8ac6"}, "commitment": "sha256:ab5ccd5040923d75ad992c036f66209aaad66984119d3c4437c258fe6d34e012"}, "time": "2026-11-23T03:34:12.375Z", "type": "countersign.person.exported.v1", "source": "urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02", "subject": "urn:countersign:export:01a20677-ec97-712a-a566-361f0e1f8ac6", "specversion": "1.0", "datacontenttype": "application/json"}', 558, '2026-11-23 03:34:12.375+00', 'sha256:38496d1d3e8690ebb6338281a1a134d271d7bbbfecedafeec6cd81fe938d437d', '020a40ef988ea6a3acd193e40a0f3dbb', 'sha256:1a165a2258438632bc7a027a32c7e45f341e57d729ce8a282fd7c7df4d298e79', false);
INSERT INTO public.events VALUES ('acme', 10, 'urn:countersign:installation:55555555-5555-4555-8555-555555555555', '01a20677-ec9e-76c6-b66a-238d24bbe94d', 'sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e', 'countersign.report.made.v1', '2026-11-23 03:34:12.382+00', 'erased:01a20677-eca3-7622-90d9-29376004b420', '{"id": "01a20677-ec9e-76c6-b66a-238d24bbe94d", "data": {"facts": {"reportId": "01a20677-ec9d-7787-b63e-77f5984a3630", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:cf2d24aa13d7e3f2ad632bd823df69aeac5735856a2401f66f94dc7e6293a05f"}, "time": "2026-11-23T03:34:12.382Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:55555555-5555-4555-8555-555555555555", "subject": "sha256:2a7e5c21b5473a7b691abfad3b1cbac867cc3e11fdf67a4a6eee0e0bd86e789e", "specversion": "1.0", "datacontenttype": "application/json"}', 637, '2026-11-23 03:34:12.383+00', 'sha256:525e7723bd33ad66df19a87d469b1a69da2979595a8b3532b25135cd2707d274', NULL, 'sha256:5663954d882910c1a646ec7939339934421eb8d3f660e2cbfb0f7671e26021bf', false);
INSERT INTO public.events VALUES ('acme', 11, 'urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02', '01a20677-eca8-775d-8ec3-37cebab2b38b', 'urn:countersign:erasure:01a20677-eca7-77e1-849b-c3b315f6539d', 'countersign.content.erased.v1', '2026-11-23 03:34:12.386+00', 'urn:countersign:operator', '{"id": "01a20677-eca8-775d-8ec3-37cebab2b38b", "data": {"facts": {"events": [{"id": "01a20677-ec9e-76c6-b66a-238d24bbe94d", "source": "urn:countersign:installation:55555555-5555-4555-8555-555555555555"}], "reason": "person", "erasureId": "01a20677-eca7-77e1-849b-c3b315f6539d", "pseudonym": "erased:01a20677-eca3-7622-90d9-29376004b420"}}, "time": "2026-11-23T03:34:12.386Z", "type": "countersign.content.erased.v1", "source": "urn:countersign:collector:810e05b8-587c-4396-bb1e-471e9c73dc02", "subject": "urn:countersign:erasure:01a20677-eca7-77e1-849b-c3b315f6539d", "specversion": "1.0", "datacontenttype": "application/json"}', 602, '2026-11-23 03:34:12.386+00', 'sha256:1b8bb044e553e4a1d362f727178096a55ea44704cc3bd8afcb56ea6cdd8ddcf6', '9f2216a4e04ac400d78a298820f4f3da', 'sha256:bf5f8279208c42a23de4e6a82be5b41bcf8b89ec78f768e31f6811cd5109e20d', false);
INSERT INTO public.schema_versions VALUES (1, '2026-11-23 03:34:12.302743+00');
INSERT INTO public.schema_versions VALUES (2, '2026-11-23 03:34:12.302743+00');
INSERT INTO public.teams VALUES ('acme', 11, 'sha256:bf5f8279208c42a23de4e6a82be5b41bcf8b89ec78f768e31f6811cd5109e20d', 365);
INSERT INTO public.tokens VALUES ('acme', '01a20677-ec61-77d8-9bc9-c6260ae3161e', 'sha256:d2239353d193e8dfa8d3e907352aeeedca01da819b16650d7b5d807aaad9eef2', 'ada', NULL, 'reviewer', '2026-11-23 03:34:12.327669+00', NULL, NULL);
INSERT INTO public.tokens VALUES ('acme', '01a20677-ec9d-7787-b63e-72c3634c2afd', 'sha256:5445a7f6b2d987d8d7bc1fca4b766b814d1442b16250b973fef7503fcaeb20a8', 'erased:01a20677-eca3-7622-90d9-29376004b420', NULL, 'reporter', '2026-11-23 03:34:12.381674+00', '2026-11-23 03:34:12.387234+00', NULL);
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
CREATE INDEX events_report_made ON public.events USING btree (team, ((event #>> '{data,facts,reportId}'::text[])), sequence) WHERE (type = 'countersign.report.made.v1'::text);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_team_source_id_fkey FOREIGN KEY (team, source, id) REFERENCES public.events(team, source, id);
