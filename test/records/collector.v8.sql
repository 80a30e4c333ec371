CREATE TABLE public.base_policies (
    number bigint NOT NULL,
    policy jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);
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
CREATE TABLE public.draw_keys (
    team text NOT NULL,
    number bigint NOT NULL,
    key text NOT NULL,
    made_at timestamp with time zone NOT NULL
);
CREATE TABLE public.due (
    team text NOT NULL,
    subject text NOT NULL,
    at timestamp with time zone NOT NULL
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
CREATE TABLE public.judged (
    team text NOT NULL,
    sequence bigint NOT NULL,
    decision_id text NOT NULL,
    role text NOT NULL,
    policy_number bigint NOT NULL
);
CREATE TABLE public.names (
    team text NOT NULL,
    subject text NOT NULL,
    name text NOT NULL,
    said_at timestamp with time zone NOT NULL
);
CREATE TABLE public.people (
    team text NOT NULL,
    last_number bigint NOT NULL,
    head text NOT NULL
);
CREATE TABLE public.policies (
    team text NOT NULL,
    number bigint NOT NULL,
    sequence bigint NOT NULL,
    version text NOT NULL,
    hash text NOT NULL,
    in_force_from timestamp with time zone NOT NULL,
    own jsonb,
    base jsonb,
    policy jsonb NOT NULL
);
CREATE TABLE public.probes (
    team text NOT NULL,
    probe_id text NOT NULL,
    process_id text NOT NULL,
    text text NOT NULL,
    prompt text,
    flaw text NOT NULL,
    made_by text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone
);
CREATE TABLE public.probes_given (
    team text NOT NULL,
    given_id text NOT NULL,
    probe_id text NOT NULL,
    process_id text NOT NULL,
    person text NOT NULL,
    hash text NOT NULL,
    trace jsonb NOT NULL,
    shows_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    outcome text,
    counted boolean DEFAULT false NOT NULL
);
CREATE TABLE public.schema_versions (
    version integer NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.signing_keys (
    kid text NOT NULL,
    jwk jsonb NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    announcement text
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
INSERT INTO public.base_policies VALUES (1, '{"format": 2, "version": "base 1", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 30}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}', '2026-11-28 09:37:55.267+00');
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c125-7351-855c-c8a8df434e5b', 'f22d744fa9de2944ec95be1468ad4d88', '{"text": "The warranty covers two years."}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c140-7459-a0ac-4a944565b865', '826c015052c5a9126724fdf643146a12', '{"comment": "Three years", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c154-74a3-9beb-4ce4a6e51acc', '33d5f0773835ca1eb64a0451f07b80e7', '{"comment": "Never mind", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:3847eee4-0be6-476e-9902-9a5b6686e51e', '01a22108-c1b5-7554-a14a-ab2a147cbb4a', 'bf3ee4c10d447594e36de1dc6cb92c7c', '{"comment": "amended", "passages": []}', '2026-11-28 07:22:32.031+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:d2c0abdf-09d6-4b7e-b94e-26e9fcc6fb34', '01a22108-c39b-7367-b088-de7152e4bd79', '54ca6ef6102e77c21a3387b226d54b7d', '{"note": "Read the contract."}', '2026-11-28 07:22:32.221+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22108-c3cb-776c-b316-c4c5d9879f2d', '09e59d6fbc3027237c99451f34350d8d', '{"person": "lea"}', '2026-11-28 07:22:32.264+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0dfe-76a0-abf0-136d1d215ff8', 'b7a6bafa52b9b20fc0159c014d1010b7', '{"note": "The customer waits."}', '2026-11-28 09:37:55.136+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e0c-711d-9133-625067ebcde8', '1174410929ec900420208d4d3abcb0b5', '{"answers": {"facts": "Compared with the manual."}, "editorial": {"changed": "One date.", "responsible": "Anna Verdi", "factsChecked": "The dates.", "sourcesOpened": ["https://example.com/manual"]}}', '2026-11-28 09:37:55.172+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e03-7186-843c-026f71cecdce', '5fc2639cc843e27527d09402feaf7327', '{"reason": "Known answer, sent before."}', '2026-11-28 09:37:55.202+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e08-7225-a07d-0d77a0d30fd1', 'c6238cdcce0a6cffafab24b3f0293dea', '{"note": "Legal has to look at it."}', '2026-11-28 09:37:55.212+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e04-7438-a744-1ced6ffd72fb', 'c41f7681a4c44417f512743b765e3d18', '{"text": "Which price list is meant?"}', '2026-11-28 09:37:55.22+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e07-7751-b85b-d5e6cc660100', 'e5aff9315c1f1acd74a6386ec6f015ca', '{"text": "The one of November."}', '2026-11-28 09:37:55.23+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22184-b655-7298-a83e-f815c687285a', '4572302e3a869e99fbcbf882348bdb44', '{"note": "from the centre"}', '2026-11-28 09:37:55.267+00', true);
INSERT INTO public.contents VALUES ('acme', 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22184-b682-723b-9dec-9a785959c7d2', 'ae1b4e3a1da8e8997ef73e1779bedd72', '{"note": "Approvals hold for a week."}', '2026-11-28 09:37:55.31+00', true);
INSERT INTO public.deployment VALUES (true, '36c514b8-ddb0-4349-a32c-13ed1d4c8ca1');
INSERT INTO public.draw_keys VALUES ('acme', 2, '587d5dba537bb71f10d4fd81a9e096ebf8fb53d8080c11734a252391476363b0', '2026-11-28 16:30:00+00');
INSERT INTO public.due VALUES ('acme', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', '2026-11-28 09:37:55.267+00');
INSERT INTO public.due VALUES ('acme', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', '2026-11-28 09:37:55.267+00');
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
INSERT INTO public.events VALUES ('acme', 14, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0dfe-76a0-abf0-136d1d215ff8', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.approval.requested.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0dfe-76a0-abf0-136d1d215ff8", "data": {"facts": {"kind": "exception", "textHash": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "processId": "faq", "requestId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b01", "policyVersion": "2026-11"}, "commitment": "sha256:c41ccb344209a5f120b4821a46f43800c37f3d8ef3be773dfaadd5d7d1478ec8"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.approval.requested.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 739, '2026-11-28 09:37:55.136+00', 'sha256:652a485f93246518f3aa8d54c90c0c3589bb36444bd04e6dd7672b86aa91e7c0', '3119a65f493b97a07260bb7ea15f8723', 'sha256:e7f47a3ba7dd1b949e1329cd3d92dbf8aebc4c028ae944dd46c51018e06f91ad', false);
INSERT INTO public.events VALUES ('acme', 15, 'urn:countersign:installation:11111111-1111-4111-8111-111111111111', '019a9c2e-7d10-7a4e-9b1f-2f6f0c1d2e3f', 'sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'countersign.citation.checked.v1', '2026-11-23 10:00:00+00', 'piero', '{"id": "019a9c2e-7d10-7a4e-9b1f-2f6f0c1d2e3f", "data": {"facts": {"by": "person", "url": "https://example.com/report", "claim": "not_checked", "reach": "redirected", "reason": "pdf", "movedTo": "www.example.com"}}, "time": "2026-11-23T10:00:00.000Z", "type": "countersign.citation.checked.v1", "source": "urn:countersign:installation:11111111-1111-4111-8111-111111111111", "subject": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "specversion": "1.0", "datacontenttype": "application/json"}', 492, '2026-11-28 09:37:55.163+00', 'sha256:7e4ee0089bd8fa3013839c676bfbb46b15d40967887f66c8eee3e6b2e04ccced', 'c8901f58920868e82b3b883d01cfc301', 'sha256:c911db76b153bdf8de66ce320d1efeb0e5fcc18dea6b352a0de26b792d3f7d9b', false);
INSERT INTO public.events VALUES ('acme', 16, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e0c-711d-9133-625067ebcde8', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.decision.made.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e0c-711d-9133-625067ebcde8", "data": {"facts": {"verdict": "approve", "inProcess": {"left": ["tone"], "answered": ["facts"], "textHash": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "editorial": true, "processId": "faq", "policyVersion": "2026-11"}, "reportIds": [], "decisionId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b09"}, "commitment": "sha256:ff5481b1dddc7582dd3a6d195c25ed2b3e067d32cd5a9f73007b5c8b4ee88a94"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.decision.made.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 976, '2026-11-28 09:37:55.172+00', 'sha256:3cd380c13c0385209beb69704a507469dfc153b2a63c37fbe22bd509678cd232', 'c55f7f088e8fc2f3a90d9f1ba3cbcea7', 'sha256:7ac6ca0e426aaeaa3abe256f91b65ac9fa125b95a35b04a767d982143af4fa55', false);
INSERT INTO public.events VALUES ('acme', 17, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e09-7652-8db1-c33a1c4973b1', 'urn:countersign:delegation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b06', 'countersign.delegation.made.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e09-7652-8db1-c33a1c4973b1", "data": {"facts": {"to": "pia", "since": "2026-12-01T00:00:00Z", "until": "2026-12-08T00:00:00Z", "delegationId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b06"}}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.delegation.made.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "urn:countersign:delegation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b06", "specversion": "1.0", "datacontenttype": "application/json"}', 475, '2026-11-28 09:37:55.184+00', 'sha256:d6da624e020c7b5360b41dd474299dc36489028f6c2bcafa4e84bcab1bf3bd01', '1b71c64255c061f16284e3d883549c22', 'sha256:3d6f64f49f1329d52d356607e2d5c34143b7d3ce4b4c04a6841330fe156422b1', false);
INSERT INTO public.events VALUES ('acme', 18, 'urn:countersign:installation:11111111-1111-4111-8111-111111111111', '019dab0e-5a10-7c3e-9f61-0d2b6f3c8a11', 'https://chat.example.com', 'countersign.detection.degraded.v1', '2026-11-23 10:00:00+00', 'piero', '{"id": "019dab0e-5a10-7c3e-9f61-0d2b6f3c8a11", "data": {"facts": {"tool": "desk", "reason": "nothingFound", "version": "0123456789ab", "toolName": "Acme desk"}}, "time": "2026-11-23T10:00:00.000Z", "type": "countersign.detection.degraded.v1", "source": "urn:countersign:installation:11111111-1111-4111-8111-111111111111", "subject": "https://chat.example.com", "specversion": "1.0", "datacontenttype": "application/json"}', 398, '2026-11-28 09:37:55.196+00', 'sha256:112885e83091ebc331dea89bcb082d71c1c56ebbcdccc71b0580962e21728f49', '67c2830db2e43ce2b6c686fb063a297b', 'sha256:61464828112323c4efcd603886a0112f802fc4b0b56ae4c19de10e02775e5b5a', false);
INSERT INTO public.events VALUES ('acme', 19, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e03-7186-843c-026f71cecdce', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.gate.overridden.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e03-7186-843c-026f71cecdce", "data": {"facts": {"kind": "exception", "until": "2026-11-28T17:00:00Z", "textHash": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "processId": "faq", "requestId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b01", "exceptionId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b02", "policyVersion": "2026-11"}, "commitment": "sha256:87b5209d532931050f58bbded4ae81ea9dcda662521dbf22f382fe3d77a55ff0"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.gate.overridden.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 829, '2026-11-28 09:37:55.202+00', 'sha256:097a164f15c2514141b85d1c0426b9e52d16a36ff684391478af42fa704c4c48', '2a87fc9bea1260ec1c326d40f0eda46f', 'sha256:1cd3f75fe22ba289842f4cba7090d50ee9ff94fcd7641e1519945e372b101df6', false);
INSERT INTO public.events VALUES ('acme', 20, 'urn:countersign:collector:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a02', '01a220e9-0e08-7225-a07d-1221b67a0ddd', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.handoff.lapsed.v1', '2026-11-28 09:00:00+00', 'urn:countersign:operator', '{"id": "01a220e9-0e08-7225-a07d-1221b67a0ddd", "data": {"facts": {"to": ["person:piero"], "why": "lapsed", "step": 0, "dueAt": "2026-11-28T08:00:00Z", "handoffId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b05", "waitedFor": ["role:desk"]}}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.handoff.lapsed.v1", "source": "urn:countersign:collector:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a02", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 506, '2026-11-28 09:37:55.209+00', 'sha256:418f7ea4c96a8274f9a2a11d3c310feb5a59c5390eea5f1071ba957334191eaa', '1c71488c1897a527b3da4d3145feace3', 'sha256:8bbde17cc04046dc8367db6bd5e3ce44751445e8fea20ec4a958f0a3d2ad86d5', false);
INSERT INTO public.events VALUES ('acme', 21, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e08-7225-a07d-0d77a0d30fd1', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.handoff.made.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e08-7225-a07d-0d77a0d30fd1", "data": {"facts": {"to": ["role:desk"], "why": "escalated", "handoffId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b04"}, "commitment": "sha256:042dfdc3efbcfc71fab6f63e3e3174231c16e9d4d0ca68be18622af341cbc656"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.handoff.made.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 627, '2026-11-28 09:37:55.212+00', 'sha256:f4d0b57cd4b39e67bd46835eca4e6a93c0c77f6d1429883ce315ee1e97bdd0fa', '6701729d1f9790f7a9ddb1b17596f253', 'sha256:3776ddd942bc4d617b8b44e6dce0210af55cdd6ccb6423651c64cc7239122fff', false);
INSERT INTO public.events VALUES ('acme', 22, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e04-7438-a744-1ced6ffd72fb', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.information.asked.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e04-7438-a744-1ced6ffd72fb", "data": {"facts": {"questionId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b03"}, "commitment": "sha256:ee6efd85bf4ca0deb112d9194b84c44443da38708154ca6d49bf98f7d3d11985"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.information.asked.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 598, '2026-11-28 09:37:55.22+00', 'sha256:320ee38f716dc1bab5fa94b16914f2a31af3590307bbd24be22cc5893b47da88', 'f30cfd33071f6de9b6619420e9282184', 'sha256:79af8f9638a816d5be7d98147d17d278157eebe622d98dc25cc76e0df6f70e03', false);
INSERT INTO public.events VALUES ('acme', 23, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e07-7751-b85b-d5e6cc660100', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.information.given.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e07-7751-b85b-d5e6cc660100", "data": {"facts": {"questionId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b03"}, "commitment": "sha256:d1e6848cfd3a4e27dcc576ca796d376d1c29b141fe326bc1ab9dc15b16c1d62e"}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.information.given.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 592, '2026-11-28 09:37:55.23+00', 'sha256:eaf0acf871df081f638fd6f4584c35a3d67d52becf29ee58c0253fbbaaa42c81', '6df1144dba55b2aeba230c207a154d85', 'sha256:e54fe667f8778fda68dba9c9397c765f5c5f6692f1a5aa5bcaeccc76158361ec', false);
INSERT INTO public.events VALUES ('acme', 24, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0e0a-77ab-8850-ef279859f49f', 'urn:countersign:measure:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b07', 'countersign.measure.taken.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0e0a-77ab-8850-ef279859f49f", "data": {"facts": {"measureId": "first-flag", "policyVersion": "2026-11"}}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.measure.taken.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "urn:countersign:measure:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b07", "specversion": "1.0", "datacontenttype": "application/json"}', 394, '2026-11-28 09:37:55.24+00', 'sha256:c539a6d7a932d1861526f63d9094801219acd8c7c6f74109e83547f13420ddd6', '1b30447187f0aaa1613dd56740115731', 'sha256:4a38b7ae1d1aa80fe569bd7893387c670dd4b0d1a3b1a57673408261c9ed0ba7', false);
INSERT INTO public.events VALUES ('acme', 25, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a220e9-0ddf-754b-9257-425036d4fa6d', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.process.chosen.v1', '2026-11-28 09:00:00+00', 'piero', '{"id": "01a220e9-0ddf-754b-9257-425036d4fa6d", "data": {"facts": {"processId": "faq", "concernsPublic": true}}, "time": "2026-11-28T09:00:00.000Z", "type": "countersign.process.chosen.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 395, '2026-11-28 09:37:55.256+00', 'sha256:9e201d494ce371b3fec27f5e101cd4c1faf51afb31dad3e114ee16802420c51c', '6cea0b01e00dacec9bbc1d39eea14f37', 'sha256:0fd2fc3aeaa9f47d5f4b4f5ea5df9ff0f5a218b48a50bf79e905adc54554c902', false);
INSERT INTO public.events VALUES ('acme', 26, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22184-b655-7298-a83e-f815c687285a', 'urn:countersign:policy:01a22184-b650-73bd-9577-85ccef55c8d7', 'countersign.policy.published.v1', '2026-11-28 09:37:55.267+00', 'urn:countersign:operator', '{"id": "01a22184-b655-7298-a83e-f815c687285a", "data": {"facts": {"hash": "sha256:2bb6dbb459f0b2f27792134fbc083ff58cf9fb0dc2c5a0c01f01d8e309b77530", "number": 1, "version": "base 1", "inForceFrom": "2026-11-28T09:37:55.267Z"}, "commitment": "sha256:c654b2a72c3059897ffde79386c0f5c78f6da4c982e0813bb3babb63eda7a751"}, "time": "2026-11-28T09:37:55.267Z", "type": "countersign.policy.published.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "urn:countersign:policy:01a22184-b650-73bd-9577-85ccef55c8d7", "specversion": "1.0", "datacontenttype": "application/json"}', 671, '2026-11-28 09:37:55.267+00', 'sha256:04a0204b08b0f8e447a78acf4962d4dcee2fa857be326a74a45fa4b5e33246b8', '30c4d425b0a20f2136d14bdd1479fac4', 'sha256:d685ac0da6341a6e0de286921073a25cc054fcba6c6c0eb95ce42397af40d82a', false);
INSERT INTO public.events VALUES ('acme', 27, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22184-b682-723b-9dec-9a785959c7d2', 'urn:countersign:policy:01a22184-b67f-76fc-af98-8b1001dbdda5', 'countersign.policy.published.v1', '2026-11-28 09:37:55.31+00', 'piero', '{"id": "01a22184-b682-723b-9dec-9a785959c7d2", "data": {"facts": {"hash": "sha256:0b019009a8e0c57df50a8f0349fa8ae5c6efb634eb18ba5babff11cf79277428", "number": 2, "version": "base 1 + 2026-11", "inForceFrom": "2026-11-28T09:37:55.310Z"}, "commitment": "sha256:fb9cb940a9a01fdbd42efdf8e81b764ca2bb25435ebd69f6af803e5c500369ba"}, "time": "2026-11-28T09:37:55.310Z", "type": "countersign.policy.published.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "urn:countersign:policy:01a22184-b67f-76fc-af98-8b1001dbdda5", "specversion": "1.0", "datacontenttype": "application/json"}', 692, '2026-11-28 09:37:55.31+00', 'sha256:fd864393f69a08a52fc56128dcb9f4df21ef01b9be406a14a9bc4d32f9014bc5', '841dc02d5b2ec142c55f98ac88fbb0a6', 'sha256:9adf3db6bc0d2a7adf2914d29cf627a088c13294d430f008d4a267ac10f212dc', false);
INSERT INTO public.events VALUES ('acme', 28, 'urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01', '01a22303-8c5b-708e-b800-07913fd7c4f4', 'sha256:5555555555555555555555555555555555555555555555555555555555555555', 'countersign.decision.withdrawn.v1', '2026-11-28 16:30:00+00', 'piero', '{"id": "01a22303-8c5b-708e-b800-07913fd7c4f4", "data": {"facts": {"decisionId": "0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b09"}}, "time": "2026-11-28T16:30:00.000Z", "type": "countersign.decision.withdrawn.v1", "source": "urn:countersign:installation:0198d2f0-7c51-7d43-9a5a-3f1f0a6f1a01", "subject": "sha256:5555555555555555555555555555555555555555555555555555555555555555", "specversion": "1.0", "datacontenttype": "application/json"}', 411, '2026-11-28 16:30:00+00', 'sha256:162a64d0bdad4176cbb242ea33b970e8636889b1a314ed9013a5765d4aca10c9', '3a9e5706c8268ff63dc935530e217695', 'sha256:529e58d5d0db8173ec3d964b252a02e521a1c806e91292baf36030718fcb56c1', false);
INSERT INTO public.events VALUES ('acme', 29, 'urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1', '01a22303-8ce0-7169-bf86-36f41ff3f70f', 'sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d', 'countersign.output.drawn.v1', '2026-11-28 16:30:00+00', 'urn:countersign:operator', '{"id": "01a22303-8ce0-7169-bf86-36f41ff3f70f", "data": {"facts": {"rule": "sampled", "clean": 30, "oneIn": 10, "defects": 1, "outcome": "auto_accept", "stratum": "faq|chatgpt|", "reviewed": 41, "processId": "faq", "policyVersion": "base 1 + 2026-11"}}, "time": "2026-11-28T16:30:00.000Z", "type": "countersign.output.drawn.v1", "source": "urn:countersign:collector:36c514b8-ddb0-4349-a32c-13ed1d4c8ca1", "subject": "sha256:9f27cf5bb9b93fbaab5a95b069f36712e26568f6851d3ea30031f9c4abdecb5d", "specversion": "1.0", "datacontenttype": "application/json"}', 517, '2026-11-28 16:30:00+00', 'sha256:bb91f643bd65ec772a1c5a5c1d8b8f9a6f2eda2a1c396d67121d6f4b840c46ed', 'dfdd54a1d41335a2c4838bae5901037d', 'sha256:8f59cf98bd886e3fd4ae267976d13a11bf6d03f2728a70e63f20086d4236a16c', false);
INSERT INTO public.judged VALUES ('acme', 16, '0198d2f0-7c51-7d43-9a5a-3f1f0a6f1b09', 'admin', 1);
INSERT INTO public.names VALUES ('acme', '7c9e6679-7425-40de-944b-e07fc1f90ae7', 'Ada Bianchi', '2026-11-28 09:59:24.217+00');
INSERT INTO public.people VALUES ('acme', 6, 'sha256:be2dfc65f2884f2376a10af56c209c38194a2c5a7cda19476781da75fc2a9773');
INSERT INTO public.policies VALUES ('acme', 1, 26, 'base 1', 'sha256:2bb6dbb459f0b2f27792134fbc083ff58cf9fb0dc2c5a0c01f01d8e309b77530', '2026-11-28 09:37:55.267+00', NULL, '{"format": 2, "version": "base 1", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 30}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}', '{"format": 2, "version": "base 1", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 30}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}');
INSERT INTO public.policies VALUES ('acme', 2, 27, 'base 1 + 2026-11', 'sha256:0b019009a8e0c57df50a8f0349fa8ae5c6efb634eb18ba5babff11cf79277428', '2026-11-28 09:37:55.31+00', '{"format": 2, "version": "2026-11", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 7}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}', '{"format": 2, "version": "base 1", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 30}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}', '{"format": 2, "version": "base 1 + 2026-11", "processes": [{"id": "faq", "gate": {"mode": "active", "override": "reason", "reported": "hold", "unreviewed": "hold"}, "name": "FAQ answers", "risk": "medium", "review": {"mode": "full"}, "applies": {"tools": ["chatgpt"]}, "approval": {"days": 7}, "publishes": false, "escalation": [{"to": ["role:reviewer"], "escalateAfterHours": 8}], "publicInterest": "never"}]}');
INSERT INTO public.probes VALUES ('acme', '0198d2f0-7c51-7d43-9a5a-3f1f0a6f1c01', 'faq', 'The warranty covers ten years.', NULL, 'It covers two years.', 'boss', '2026-11-29 09:00:00+00', NULL);
INSERT INTO public.probes_given VALUES ('acme', '0198d2f0-7c51-7d43-9a5a-3f1f0a6f1c02', '0198d2f0-7c51-7d43-9a5a-3f1f0a6f1c01', 'faq', 'ada', 'sha256:7777777777777777777777777777777777777777777777777777777777777777', '{"tool": "chatgpt"}', '2026-11-29 10:00:00+00', '2026-11-29 10:05:00+00', 'caught', false);
INSERT INTO public.schema_versions VALUES (1, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (2, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (3, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (4, '2026-11-28 07:22:31.208222+00');
INSERT INTO public.schema_versions VALUES (5, '2026-11-28 09:37:55.065162+00');
INSERT INTO public.schema_versions VALUES (6, '2026-11-28 09:59:24.133216+00');
INSERT INTO public.schema_versions VALUES (0, '2026-11-28 16:36:04.686953+00');
INSERT INTO public.schema_versions VALUES (7, '2026-11-28 16:36:04.687474+00');
INSERT INTO public.schema_versions VALUES (8, '2026-11-29 05:55:32.347464+00');
INSERT INTO public.signing_keys VALUES ('juLWbMZGmTSstwHU19x4NPE7DyjUgAIFbPYJKdT3lPQ', '{"x": "KVtsF0LiDcl0m9qfVcwzHGwXtDgizNrMhHIqHtxZw5Y", "crv": "Ed25519", "kty": "OKP"}', '2026-11-28 09:37:55.266985+00', NULL);
INSERT INTO public.teams VALUES ('acme', 29, 'sha256:8f59cf98bd886e3fd4ae267976d13a11bf6d03f2728a70e63f20086d4236a16c', 365);
INSERT INTO public.token_acts VALUES ('acme', 1, '{"act": "made", "role": "reporter", "token": "sha256:b8d1c724205ad5fed1773554a10685ead7c8356701b0e73460465393d0c4490b", "person": "sha256:4424a5c20f22804131d2b02ff9b1c4e0efd1179c523a466fd1c733d1a55e7556", "tokenId": "01a22108-c0c0-76e9-ab00-948ca19e1701", "expiresAt": null}', '2026-11-28 07:22:31.513+00', 'sha256:c5416bcc623b11257a916aea82662438b51ee8251fc4208e5c929f01bcead7ee');
INSERT INTO public.token_acts VALUES ('acme', 2, '{"act": "made", "role": "reviewer", "token": "sha256:205cf65308bc9a75502ac9ee1f1ddfa684dfea7203337126875d74230ceef7b5", "person": "sha256:92622cfbc3cf0a1cff00134c722daec306dfd9098a1a66dbd27870375ec25601", "tokenId": "01a22108-c0f9-77f4-966a-d381d40e57b7", "expiresAt": null}', '2026-11-28 07:22:31.553+00', 'sha256:287a00539ba14442a8e463d31ed31cf383e1c7a2d1a53ff990f7fe0942fa0968');
INSERT INTO public.token_acts VALUES ('acme', 3, '{"act": "made", "role": "admin", "token": "sha256:e288bae8a7ec589b479380f30d6e9c77dfcce0b8498b1ed60dfbabbd17e9daa2", "person": "sha256:47c0d741c5f389b5edabbe34fbeaf248b0e5a304f7015b1d4372bd7e5e986385", "tokenId": "01a22108-c10d-7514-9595-7c0b670b3bb0", "expiresAt": null}', '2026-11-28 07:22:31.576+00', 'sha256:26b9dbf5fd7a873cc425494f5b321731b67d8f17709b7c3cf6a48c2965507c0c');
INSERT INTO public.token_acts VALUES ('acme', 4, '{"act": "made", "role": "admin", "token": "sha256:dfcbfb5c3b4e01ced927b41e3a4953983b222009d956fc1396266cb66e578be4", "person": "sha256:02296aaa5384cccac0da2494e0cb3f03aed8abe4da3ff53972f0cdbf023fd814", "tokenId": "01a22184-b5a1-70a8-949b-4560b43edb2e", "expiresAt": null}', '2026-11-28 09:37:55.111+00', 'sha256:0bd7ceca23c8fd5fde1f56b34e25243a71bea9d69fa69c51f77ff3e05a06f76d');
INSERT INTO public.token_acts VALUES ('acme', 5, '{"act": "made", "role": "reporter", "token": "sha256:05bd7f99ceba00a256d71ba153738e36c93aedf286d9d41abd50e3e5c483ed85", "person": "sha256:acefb267a63f1d1f05d595277f79380d6918cc3c87616eb72c66350c55b022dd", "tokenId": "01a22198-6115-76a7-b456-1e5cc0cede0e", "expiresAt": "2030-01-01T00:00:00.000Z"}', '2026-11-28 09:59:24.189+00', 'sha256:a0cce4b03c7d71886cd99f92c44adc7b879c4db07d17ec81cbf19b0a7bc66b6e');
INSERT INTO public.token_acts VALUES ('acme', 6, '{"act": "changed", "role": "reviewer", "tokenId": "01a22198-6115-76a7-b456-1e5cc0cede0e"}', '2026-11-28 09:59:24.215+00', 'sha256:be2dfc65f2884f2376a10af56c209c38194a2c5a7cda19476781da75fc2a9773');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c0c0-76e9-ab00-948ca19e1701', 'sha256:7a0942fac789fc306dda30af7502bc9cf69ce498dc62fe11e7c71ef8509de00e', 'ada', NULL, 'reporter', '2026-11-28 07:22:31.489754+00', NULL, NULL, '251ebb434cb244b6c3653444c089b891');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c0f9-77f4-966a-d381d40e57b7', 'sha256:dbf2ca258ccd580e0502ee272895d967f8143f06fef43947a6539f3bf5d096e1', 'lea', NULL, 'reviewer', '2026-11-28 07:22:31.545938+00', NULL, NULL, '41a5d9ac2b02ad9bd58ff2d35ac81ff6');
INSERT INTO public.tokens VALUES ('acme', '01a22108-c10d-7514-9595-7c0b670b3bb0', 'sha256:e2a6f6b6db42de53d93e66e36c4c6c66276a3581551add6ad535133616a18f7a', 'root', NULL, 'admin', '2026-11-28 07:22:31.566366+00', NULL, NULL, '623296469496d2bee47729a4ce342c78');
INSERT INTO public.tokens VALUES ('acme', '01a22184-b5a1-70a8-949b-4560b43edb2e', 'sha256:8d6731ae0cde4c01048110edd118036bcf084f7d0060694cd7d1285ee9188b69', 'piero', NULL, 'admin', '2026-11-28 09:37:55.110645+00', NULL, NULL, 'efc50706dae21878c796db6d3a85985f');
INSERT INTO public.tokens VALUES ('acme', '01a22198-6115-76a7-b456-1e5cc0cede0e', 'sha256:59e14bbd175661829754132c7bb1e579aebef76d85cc914b1b8dac913d391670', 'luca@acme.example', 'Luca', 'reviewer', '2026-11-28 09:59:24.182886+00', NULL, '2030-01-01 00:00:00+00', '3766171f0383dc59dce7bcf04b7ad936');
ALTER TABLE ONLY public.base_policies
    ADD CONSTRAINT base_policies_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (team, source, id);
ALTER TABLE ONLY public.deployment
    ADD CONSTRAINT deployment_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.draw_keys
    ADD CONSTRAINT draw_keys_pkey PRIMARY KEY (team, number);
ALTER TABLE ONLY public.due
    ADD CONSTRAINT due_pkey PRIMARY KEY (team, subject);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (team, sequence);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_team_source_id_key UNIQUE (team, source, id);
ALTER TABLE ONLY public.judged
    ADD CONSTRAINT judged_pkey PRIMARY KEY (team, sequence);
ALTER TABLE ONLY public.names
    ADD CONSTRAINT names_pkey PRIMARY KEY (team, subject);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (team);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (team, number);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_team_version_key UNIQUE (team, version);
ALTER TABLE ONLY public.probes_given
    ADD CONSTRAINT probes_given_pkey PRIMARY KEY (team, given_id);
ALTER TABLE ONLY public.probes
    ADD CONSTRAINT probes_pkey PRIMARY KEY (team, probe_id);
ALTER TABLE ONLY public.schema_versions
    ADD CONSTRAINT schema_versions_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (kid);
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
CREATE INDEX due_at ON public.due USING btree (at);
CREATE INDEX events_drawn ON public.events USING btree (team, sequence) WHERE (type = 'countersign.output.drawn.v1'::text);
CREATE INDEX events_of_leave ON public.events USING btree (team, type, sequence) WHERE (type = ANY (ARRAY['countersign.delegation.made.v1'::text, 'countersign.gate.overridden.v1'::text]));
CREATE INDEX events_of_subject ON public.events USING btree (team, subject, sequence);
CREATE INDEX events_probes ON public.events USING btree (team, sequence) WHERE (type = 'countersign.probes.counted.v1'::text);
CREATE INDEX events_report_made ON public.events USING btree (team, ((event #>> '{data,facts,reportId}'::text[])), sequence) WHERE (type = 'countersign.report.made.v1'::text);
CREATE INDEX events_reuse_told ON public.events USING btree (team, ((event #>> '{data,facts,reuseId}'::text[])), sequence) WHERE (type = 'countersign.output.reused.v1'::text);
CREATE INDEX judged_decision ON public.judged USING btree (team, decision_id);
CREATE INDEX judged_version ON public.judged USING btree (team, policy_number);
CREATE INDEX probes_given_person ON public.probes_given USING btree (team, person);
ALTER TABLE ONLY public.contents
    ADD CONSTRAINT contents_team_source_id_fkey FOREIGN KEY (team, source, id) REFERENCES public.events(team, source, id);
ALTER TABLE ONLY public.draw_keys
    ADD CONSTRAINT draw_keys_team_number_fkey FOREIGN KEY (team, number) REFERENCES public.policies(team, number);
ALTER TABLE ONLY public.judged
    ADD CONSTRAINT judged_team_sequence_fkey FOREIGN KEY (team, sequence) REFERENCES public.events(team, sequence);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_team_sequence_fkey FOREIGN KEY (team, sequence) REFERENCES public.events(team, sequence);
