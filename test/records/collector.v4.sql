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
CREATE TABLE public.people (
    team text NOT NULL,
    last_number bigint NOT NULL,
    head text NOT NULL
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
CREATE TABLE public.token_acts (
    team text NOT NULL,
    number bigint NOT NULL,
    act jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    link text NOT NULL
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
    expires_at timestamp with time zone,
    person_salt text
);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c125-7351-855c-c8a8df434e5b', 'f22d744fa9de2944ec95be1468ad4d88', '{"text": "The warranty covers two years."}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c140-7459-a0ac-4a944565b865', '826c015052c5a9126724fdf643146a12', '{"comment": "Three years", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c154-74a3-9beb-4ce4a6e51acc', '33d5f0773835ca1eb64a0451f07b80e7', '{"comment": "Never mind", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b5-7554-a14a-ab2a147cbb4a', 'bf3ee4c10d447594e36de1dc6cb92c7c', '{"comment": "amended", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34', '01a22108-c39b-7367-b088-de7152e4bd79', '54ca6ef6102e77c21a3387b226d54b7d', '{"note": "Read the contract."}', '2026-11-28 07:22:32.221+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22108-c3cb-776c-b316-c4c5d9879f2d', '09e59d6fbc3027237c99451f34350d8d', '{"person": "lea"}', '2026-11-28 07:22:32.264+00', true);
INSERT INTO public.deployment VALUES (true, '36c514b8-ddb0-4349-a32c-13ed1d4c8ca1');
INSERT INTO public.events VALUES ('acme', 1, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c125-7351-855c-c8a8df434e5b', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.output.seen.v1', '2026-11-28 07:22:31.589+00', 'ada', '{"id": "01a22108-c125-7351-855c-c8a8df434e5b", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:e4b6e7514cd7379203ff02d83ad156f59d0fb4c5703618e895ca4cd5988c2ca8"}, "time": "2026-11-28T07:22:31.589Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 774, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:181b3ee7d2ee09981111d58a2d43045802c7387a258d123c6355f4b200db41a0', false);
INSERT INTO public.events VALUES ('acme', 2, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c140-7459-a0ac-4a944565b865', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.made.v1', '2026-11-28 07:22:31.616+00', 'ada', '{"id": "01a22108-c140-7459-a0ac-4a944565b865", "data": {"facts": {"reportId": "01a22108-c140-7459-a0ac-450353eaffcd", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:433d5016198eca459bc3881e8646a478c51e4d8165a3412df85cf1437a9ea2db"}, "time": "2026-11-28T07:22:31.616Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 636, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:12d432ba553b345a9c791db42aa5227283336b905efed50cfca7bebfa9ca70b6', false);
INSERT INTO public.events VALUES ('acme', 3, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c154-74a3-9beb-4ce4a6e51acc', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.made.v1', '2026-11-28 07:22:31.634+00', 'ada', '{"id": "01a22108-c154-74a3-9beb-4ce4a6e51acc", "data": {"facts": {"reportId": "01a22108-c152-71bf-b975-36d1d62b22c0", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:7679cc369d372d9fc6aec5990e1fbb4891e14dc79538d03eecf223324f148906"}, "time": "2026-11-28T07:22:31.634Z", "type": "countersign.report.made.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 635, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:8f4c5cdee5fc33c7a6fd2751bdd23594d6b625674a41ab4d297f42abb09b640a', false);
INSERT INTO public.events VALUES ('acme', 4, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b5-7554-a14a-ab2a147cbb4a', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.amended.v1', '2026-11-28 07:22:31.733+00', 'ada', '{"id": "01a22108-c1b5-7554-a14a-ab2a147cbb4a", "data": {"facts": {"reportId": "01a22108-c140-7459-a0ac-450353eaffcd", "severity": "major", "categories": ["factual"]}, "commitment": "sha256:2548f7a7ad127bca47bfe4ede23990008070bb4ca4bcca020598e871df984aea"}, "time": "2026-11-28T07:22:31.733Z", "type": "countersign.report.amended.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 635, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:4906ae41475993ddeb4e33d997900cb8fa76ff44fbfa4922bef2c7f9cc1b5baa', false);
INSERT INTO public.events VALUES ('acme', 5, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b6-74b4-bb75-7e7e2ddda29e', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.report.withdrawn.v1', '2026-11-28 07:22:31.734+00', 'ada', '{"id": "01a22108-c1b6-74b4-bb75-7e7e2ddda29e", "data": {"facts": {"undone": false, "reportId": "01a22108-c152-71bf-b975-36d1d62b22c0"}}, "time": "2026-11-28T07:22:31.734Z", "type": "countersign.report.withdrawn.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 422, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:6a3a1ffa41bb22ca7801673f8a1022c1d6d3a3b6011e1fcc9b910c8ef1e46c80', false);
INSERT INTO public.events VALUES ('acme', 6, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b5-7554-a14a-a71d57eb3512', 'sha256:a5ec81e310909e09da8b7824b8bfa844e7ec50760bfd0d5a999df169fa04c0c1', 'countersign.output.seen.v1', '2026-11-28 07:22:31.714+00', 'ada', '{"id": "01a22108-c1b5-7554-a14a-a71d57eb3512", "data": {"facts": {"trace": {"tool": "chatgpt", "pageUrl": "https://example.com/", "evidence": [], "toolName": "ChatGPT", "citations": [], "startedAt": "2026-01-01T00:00:00.000Z", "characters": 1, "completedAt": "2026-01-01T00:00:00.000Z"}, "outputId": "chatgpt:c:m"}, "commitment": "sha256:9a0babdfb5894d8f16082187425433c8a765863483a1d0a03f3781f785ab7b00"}, "time": "2026-11-28T07:22:31.714Z", "type": "countersign.output.seen.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:a5ec81e310909e09da8b7824b8bfa844e7ec50760bfd0d5a999df169fa04c0c1", "specversion": "1.0", "datacontenttype": "application/json"}', 885, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:dcabb6ea43026d835b8ae6218e0f0e2493e1d69aae46009f8b64043d9ee6d45d', false);
INSERT INTO public.events VALUES ('acme', 7, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b6-74b4-bb75-8131eb33b062', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.output.reused.v1', '2026-11-28 07:22:31.734+00', 'ada', '{"id": "01a22108-c1b6-74b4-bb75-8131eb33b062", "data": {"facts": {"kept": 0.75, "part": 0.5, "origin": "https://crm.acme.example", "status": "blocked", "changed": 0.25, "reuseId": "019dab0e-5a10-7c3e-9f61-0d2b6f3c8a13", "characters": 420}}, "time": "2026-11-28T07:22:31.734Z", "type": "countersign.output.reused.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 513, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:41c83d57d2d4a61cbb36c4c5d75533f5e03cbe4b8a77f5b044aa9c960ec74756', false);
INSERT INTO public.events VALUES ('acme', 8, 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b7-708d-82db-e04036334ec6', 'https://desk.example.com', 'countersign.detection.degraded.v1', '2026-11-28 07:22:31.735+00', 'ada', '{"id": "01a22108-c1b7-708d-82db-e04036334ec6", "data": {"facts": {"tool": "desk", "reason": "nothingFound", "version": "0123456789ab", "toolName": "Desk"}}, "time": "2026-11-28T07:22:31.735Z", "type": "countersign.detection.degraded.v1", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e", "subject": "https://desk.example.com", "specversion": "1.0", "datacontenttype": "application/json"}', 393, '2026-11-28 07:22:32.031+00', 'sha256:e0c0c785890c7dc50cfff314b28bcaab4fc32c4e13fc2558a3684a26e4d535f4', '7f98494d2b781a54a4cb487e184c66ca', 'sha256:9e42c4954f69627cf0053b23b445e64f0723651f6407bce3d452309af8e59713', false);
INSERT INTO public.events VALUES ('acme', 9, 'urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34', '01a22108-c35a-70bc-9fc2-c3392fd74bf8', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.citation.checked.v1', '2026-11-28 07:22:32.154+00', 'root', '{"id": "01a22108-c35a-70bc-9fc2-c3392fd74bf8", "data": {"facts": {"by": "person", "url": "https://example.com/", "claim": "exact", "reach": "reached"}}, "time": "2026-11-28T07:22:32.154Z", "type": "countersign.citation.checked.v1", "source": "urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 434, '2026-11-28 07:22:32.195+00', 'sha256:1802396642499b171eb6c24184ac44ea9122512e2bcf2f09e050d7d67af74e05', '2de7f290dec0240e003c340e84900b04', 'sha256:057a7078297bac0319ced416e99b18bdc1d1fccd13494763a2546d244227301f', false);
INSERT INTO public.events VALUES ('acme', 10, 'urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34', '01a22108-c39b-7367-b088-de7152e4bd79', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.decision.made.v1', '2026-11-28 07:22:32.219+00', 'lea', '{"id": "01a22108-c39b-7367-b088-de7152e4bd79", "data": {"facts": {"verdict": "block", "reportIds": [], "decisionId": "01a22108-c39b-7367-b088-dac5363fc9a0"}, "commitment": "sha256:efbe5fe18ff24c3cfd85a3718e0fd43e6225876b37565b048c4e03596bcd4cad"}, "time": "2026-11-28T07:22:32.219Z", "type": "countersign.decision.made.v1", "source": "urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 619, '2026-11-28 07:22:32.221+00', 'sha256:a9a0edb1ef1a0d251a893bf135208ff404c18788ebdc8dcdb6026cbe6de69596', '6fa052e2e8f6ab519aa9af7a93f65484', 'sha256:c4d191580f193dea097a2ca3576bc1ee5cb15e22829bad5f861259f2a5fb2596', false);
INSERT INTO public.events VALUES ('acme', 11, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22108-c3bc-71fe-9a1c-647a7d8887ab', 'urn:countersign:retention:01a22108-c3ba-76f4-ba16-d86b09849ad0', 'countersign.retention.changed.v1', '2026-11-28 07:22:32.25+00', 'root', '{"id": "01a22108-c3bc-71fe-9a1c-647a7d8887ab", "data": {"facts": {"days": 365, "changeId": "01a22108-c3ba-76f4-ba16-d86b09849ad0"}}, "time": "2026-11-28T07:22:32.250Z", "type": "countersign.retention.changed.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "urn:countersign:retention:01a22108-c3ba-76f4-ba16-d86b09849ad0", "specversion": "1.0", "datacontenttype": "application/json"}', 407, '2026-11-28 07:22:32.25+00', 'sha256:24c2bef1e5c9eb68b95c39841a27d8e8507769060e10110b6998ac5a4727f062', '2f613345c8b4c2b11727a971e1e51e68', 'sha256:d36a73d368f562aa7c192de776155d03ec854ec967c3e98d3732d88401e882f7', false);
INSERT INTO public.events VALUES ('acme', 12, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22108-c3cb-776c-b316-c4c5d9879f2d', 'urn:countersign:export:01a22108-c3c9-76c4-b8ed-ffba82a43bc4', 'countersign.person.exported.v1', '2026-11-28 07:22:32.264+00', 'root', '{"id": "01a22108-c3cb-776c-b316-c4c5d9879f2d", "data": {"facts": {"exportId": "01a22108-c3c9-76c4-b8ed-ffba82a43bc4"}, "commitment": "sha256:b143d92323f8ac40679bfd5f97cc9866d792bcf2f5268ddebd0db97b81e04bd8"}, "time": "2026-11-28T07:22:32.264Z", "type": "countersign.person.exported.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "urn:countersign:export:01a22108-c3c9-76c4-b8ed-ffba82a43bc4", "specversion": "1.0", "datacontenttype": "application/json"}', 558, '2026-11-28 07:22:32.264+00', 'sha256:dfb839128673302b8df491d3e261a7ca0e58057178b6e0029dfe9d4ec0c5a6f9', 'f05fffac484906a06a70737226410454', 'sha256:bbe6c0d574f82b0c1fde76a3a41d4f5a69a392bf24bc925cb042c69a0cb1f3e3', false);
INSERT INTO public.events VALUES ('acme', 13, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22108-c429-7597-85f9-ddd8f17d8fa9', 'urn:countersign:erasure:01a22108-c421-77b9-ab87-5097e12824aa', 'countersign.content.erased.v1', '2026-11-28 07:22:32.334+00', 'root', '{"id": "01a22108-c429-7597-85f9-ddd8f17d8fa9", "data": {"facts": {"events": [{"id": "01a22108-c1b5-7554-a14a-a71d57eb3512", "source": "urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e"}], "reason": "output", "erasureId": "01a22108-c421-77b9-ab87-5097e12824aa"}}, "time": "2026-11-28T07:22:32.334Z", "type": "countersign.content.erased.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "urn:countersign:erasure:01a22108-c421-77b9-ab87-5097e12824aa", "specversion": "1.0", "datacontenttype": "application/json"}', 544, '2026-11-28 07:22:32.334+00', 'sha256:a0751dc6fefc98db221fbe41e62b79a193430640f6e003cd3257d6b290eb8a0d', '6a64d408f3201737a99fc088675c6c39', 'sha256:5a247e2a74cadda638782d80bdfb6b84116b8c73a443dd6fa69d86dcd41d27c2', false);
INSERT INTO public.people VALUES ('acme', 3, 'sha256:26b9dbf5fd7a873cc425494f5b321731b67d8f17709b7c3cf6a48c2965507c0c');
INSERT INTO public.schema_versions VALUES (1, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (2, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (3, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (4, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.teams VALUES ('acme', 13, 'sha256:5a247e2a74cadda638782d80bdfb6b84116b8c73a443dd6fa69d86dcd41d27c2', 365);
INSERT INTO public.token_acts VALUES ('acme', 1, '{"act": "made", "role": "reporter", "token": "sha256:b8d1c724205ad5fed1773554a10685ead7c8356701b0e73460465393d0c4490b", "person": "sha256:4424a5c20f22804131d2b02ff9b1c4e0efd1179c523a466fd1c733d1a55e7556", "tokenId": "01a22108-c0c0-76e9-ab00-948ca19e1701", "expiresAt": null}', '2026-11-28 07:22:31.513+00', 'sha256:c5416bcc623b11257a916aea82662438b51ee8251fc4208e5c929f01bcead7ee');
INSERT INTO public.token_acts VALUES ('acme', 2, '{"act": "made", "role": "reviewer", "token": "sha256:205cf65308bc9a75502ac9ee1f1ddfa684dfea7203337126875d74230ceef7b5", "person": "sha256:92622cfbc3cf0a1cff00134c722daec306dfd9098a1a66dbd27870375ec25601", "tokenId": "01a22108-c0f9-77f4-966a-d381d40e57b7", "expiresAt": null}', '2026-11-28 07:22:31.553+00', 'sha256:287a00539ba14442a8e463d31ed31cf383e1c7a2d1a53ff990f7fe0942fa0968');
INSERT INTO public.token_acts VALUES ('acme', 3, '{"act": "made", "role": "admin", "token": "sha256:e288bae8a7ec589b479380f30d6e9c77dfcce0b8498b1ed60dfbabbd17e9daa2", "person": "sha256:47c0d741c5f389b5edabbe34fbeaf248b0e5a304f7015b1d4372bd7e5e986385", "tokenId": "01a22108-c10d-7514-9595-7c0b670b3bb0", "expiresAt": null}', '2026-11-28 07:22:31.576+00', 'sha256:26b9dbf5fd7a873cc425494f5b321731b67d8f17709b7c3cf6a48c2965507c0c');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c0c0-76e9-ab00-948ca19e1701', 'sha256:7a0942fac789fc306dda30af7502bc9cf69ce498dc62fe11e7c71ef8509de00e', 'ada', NULL, 'reporter', '2026-11-28 07:22:31.489754+00', NULL, NULL, '251ebb434cb244b6c3653444c089b891');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c0f9-77f4-966a-d381d40e57b7', 'sha256:dbf2ca258ccd580e0502ee272895d967f8143f06fef43947a6539f3bf5d096e1', 'lea', NULL, 'reviewer', '2026-11-28 07:22:31.545938+00', NULL, NULL, '41a5d9ac2b02ad9bd58ff2d35ac81ff6');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c10d-7514-9595-7c0b670b3bb0', 'sha256:e2a6f6b6db42de53d93e66e36c4c6c66276a3581551add6ad535133616a18f7a', 'root', NULL, 'admin', '2026-11-28 07:22:31.566366+00', NULL, NULL, '623296469496d2bee47729a4ce342c78');
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (team, source, id);
ALTER TABLE ONLY public.deployment
    ADD CONSTRAINT deployment_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (team, sequence);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_team_source_id_key UNIQUE (team, source, id);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (team);
ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT schema_versions_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (team);
ALTER TABLE ONLY public.token_acts
    ADD CONSTRAINT token_acts_pkey PRIMARY KEY (team, number);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_pkey PRIMARY KEY (team, token_id);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT tokens_token_id_key UNIQUE (token_id);
CREATE INDEX contents_by_age ON public.contents USING btree (team, recorded_at);
CREATE INDEX contents_unchecked ON public.contents USING btree (team, source, id) WHERE (text_holds IS NULL);
CREATE INDEX events_report_made ON public.events USING btree (team, ((event #>> '{data,facts,reportId}'::text[])), sequence) WHERE (type = 'countersign.report.made.v1'::text);
CREATE INDEX events_reuse_told ON public.events USING btree (team, ((event #>> '{data,facts,reuseId}'::text[])), sequence) WHERE (type = 'countersign.output.reused.v1'::text);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_team_source_id_fkey FOREIGN KEY (team, source, id) REFERENCES public.events(team, source, id);
