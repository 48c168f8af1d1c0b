-- The whole schema, as the migrations beside this file leave it, which also say why. Generated: do not edit.

-- Sequences

CREATE SEQUENCE ids START 1000;

-- Tables

CREATE TABLE area (
    id     bigint NOT NULL DEFAULT nextval('ids'::regclass),
    parent bigint,
    kind   text NOT NULL,
    name   text NOT NULL,
    CONSTRAINT area_pkey PRIMARY KEY (id),
    CONSTRAINT area_parent_fkey FOREIGN KEY (parent) REFERENCES area(id),
    CONSTRAINT area_kind_check CHECK (kind = ANY (ARRAY['district'::text, 'street'::text]))
);

CREATE TABLE community (
    id     integer NOT NULL,
    code   text NOT NULL,
    name   text NOT NULL,
    street bigint NOT NULL,
    CONSTRAINT community_pkey PRIMARY KEY (id),
    CONSTRAINT community_code_key UNIQUE (code),
    CONSTRAINT community_street_fkey FOREIGN KEY (street) REFERENCES area(id),
    CONSTRAINT community_code_check CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'::text)
);

CREATE TABLE place (
    community  integer NOT NULL,
    id         bigint NOT NULL DEFAULT nextval('ids'::regclass),
    parent     bigint,
    kind       text NOT NULL,
    code       text NOT NULL,
    name       text NOT NULL,
    path       text NOT NULL,
    governance text,
    old        boolean NOT NULL DEFAULT false,
    CONSTRAINT place_pkey PRIMARY KEY (community, id),
    CONSTRAINT place_community_kind_code_key UNIQUE (community, kind, code),
    CONSTRAINT place_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT place_community_parent_fkey FOREIGN KEY (community, parent) REFERENCES place(community, id),
    CONSTRAINT place_code_check CHECK (code <> ''::text),
    CONSTRAINT place_kind_check CHECK (kind = ANY (ARRAY['community'::text, 'grid4'::text, 'grid5'::text, 'courtyard'::text, 'building'::text, 'household'::text]))
);

CREATE TABLE person (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    household bigint,
    name      text NOT NULL,
    code      text NOT NULL,
    adult     boolean NOT NULL,
    permanent boolean NOT NULL DEFAULT true,
    tenant    boolean NOT NULL DEFAULT false,
    CONSTRAINT person_pkey PRIMARY KEY (community, id),
    CONSTRAINT person_community_code_key UNIQUE (community, code),
    CONSTRAINT person_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT person_community_household_fkey FOREIGN KEY (community, household) REFERENCES place(community, id),
    CONSTRAINT person_name_check CHECK (name <> ''::text)
);

CREATE TABLE role (
    community integer NOT NULL,
    home      integer NOT NULL,
    person    bigint NOT NULL,
    role      text NOT NULL,
    place     bigint NOT NULL,
    from_day  date NOT NULL,
    to_day    date,
    CONSTRAINT role_pkey PRIMARY KEY (community, person, role, place, from_day),
    CONSTRAINT role_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT role_community_place_fkey FOREIGN KEY (community, place) REFERENCES place(community, id),
    CONSTRAINT role_home_person_fkey FOREIGN KEY (home, person) REFERENCES person(community, id),
    CONSTRAINT role_check CHECK (to_day IS NULL OR to_day >= from_day),
    CONSTRAINT role_role_check CHECK (role = ANY (ARRAY['resident'::text, 'household_rep'::text, 'resident_rep'::text, 'owner'::text, 'moderator'::text, 'recorder'::text, 'committee'::text, 'scrutineer'::text, 'supervision'::text, 'grid_worker'::text, 'street'::text, 'property'::text, 'partner'::text, 'admin'::text]))
);

CREATE TABLE owner (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    name      text NOT NULL,
    kind      text NOT NULL,
    voter     bigint,
    CONSTRAINT owner_pkey PRIMARY KEY (community, id),
    CONSTRAINT owner_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT owner_community_voter_fkey FOREIGN KEY (community, voter) REFERENCES person(community, id),
    CONSTRAINT owner_kind_check CHECK (kind = ANY (ARRAY['person'::text, 'co-owners'::text, 'organisation'::text, 'developer'::text]))
);

CREATE TABLE unit (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    place     bigint NOT NULL,
    code      text NOT NULL,
    kind      text NOT NULL,
    area_c    bigint NOT NULL,
    owner     bigint,
    CONSTRAINT unit_pkey PRIMARY KEY (community, id),
    CONSTRAINT unit_community_code_key UNIQUE (community, code),
    CONSTRAINT unit_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT unit_community_owner_fkey FOREIGN KEY (community, owner) REFERENCES owner(community, id),
    CONSTRAINT unit_community_place_fkey FOREIGN KEY (community, place) REFERENCES place(community, id),
    CONSTRAINT unit_area_c_check CHECK (area_c > 0),
    CONSTRAINT unit_kind_check CHECK (kind = ANY (ARRAY['dwelling'::text, 'shop'::text, 'public'::text, 'parking'::text]))
);

CREATE TABLE partner (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    kind      text NOT NULL,
    name      text NOT NULL,
    CONSTRAINT partner_pkey PRIMARY KEY (community, id),
    CONSTRAINT partner_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT partner_kind_check CHECK (kind = ANY (ARRAY['committee-unit'::text, 'public-unit'::text, 'organisation'::text, 'property'::text]))
);

CREATE TABLE house (
    name  text NOT NULL,
    value text NOT NULL,
    CONSTRAINT house_pkey PRIMARY KEY (name)
);

CREATE TABLE account (
    community     integer NOT NULL,
    person        bigint NOT NULL,
    display_name  text NOT NULL,
    password_hash text NOT NULL,
    level         integer NOT NULL DEFAULT 1,
    checked_by    bigint,
    checked_at    timestamp with time zone,
    checked_how   text,
    created_at    timestamp with time zone NOT NULL,
    lapsed_at     timestamp with time zone,
    CONSTRAINT account_pkey PRIMARY KEY (community, person),
    CONSTRAINT account_community_person_fkey FOREIGN KEY (community, person) REFERENCES person(community, id),
    CONSTRAINT account_display_name_check CHECK (display_name <> ''::text AND length(display_name) <= 40),
    CONSTRAINT account_level_check CHECK (level >= 1 AND level <= 3)
);

CREATE TABLE invitation (
    community  integer NOT NULL,
    id         bigint NOT NULL DEFAULT nextval('ids'::regclass),
    person     bigint NOT NULL,
    code_hash  bytea NOT NULL,
    issued_by  bigint,
    issued_at  timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at    timestamp with time zone,
    revoked_at timestamp with time zone,
    again      boolean NOT NULL DEFAULT false,
    CONSTRAINT invitation_pkey PRIMARY KEY (community, id),
    CONSTRAINT invitation_code_hash_key UNIQUE (code_hash),
    CONSTRAINT invitation_community_person_fkey FOREIGN KEY (community, person) REFERENCES person(community, id)
);

CREATE TABLE sign_in (
    token_hash bytea NOT NULL,
    community  integer NOT NULL,
    person     bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_pkey PRIMARY KEY (token_hash),
    CONSTRAINT sign_in_community_person_fkey FOREIGN KEY (community, person) REFERENCES account(community, person)
);

CREATE TABLE chain_head (
    community integer NOT NULL,
    chain     text NOT NULL,
    seq       bigint NOT NULL,
    hash      text NOT NULL,
    CONSTRAINT chain_head_pkey PRIMARY KEY (community, chain),
    CONSTRAINT chain_head_community_fkey FOREIGN KEY (community) REFERENCES community(id)
);

CREATE TABLE audit (
    community integer NOT NULL,
    chain     text NOT NULL,
    seq       bigint NOT NULL,
    at_ms     bigint NOT NULL,
    act       text NOT NULL,
    by_post   text NOT NULL,
    payload   text NOT NULL,
    previous  text NOT NULL,
    hash      text NOT NULL,
    CONSTRAINT audit_pkey PRIMARY KEY (community, chain, seq),
    CONSTRAINT audit_community_fkey FOREIGN KEY (community) REFERENCES community(id)
);

CREATE TABLE adopted_rule (
    community   integer NOT NULL,
    n           integer NOT NULL,
    data        jsonb NOT NULL,
    replaces    integer,
    by_person   bigint,
    at          timestamp with time zone NOT NULL,
    request_key text NOT NULL,
    CONSTRAINT adopted_rule_pkey PRIMARY KEY (community, n),
    CONSTRAINT adopted_rule_community_replaces_key UNIQUE (community, replaces),
    CONSTRAINT adopted_rule_community_request_key_key UNIQUE (community, request_key),
    CONSTRAINT adopted_rule_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT adopted_rule_community_replaces_fkey FOREIGN KEY (community, replaces) REFERENCES adopted_rule(community, n)
);

CREATE TABLE matter_number (
    community integer NOT NULL,
    place     bigint NOT NULL,
    year      integer NOT NULL,
    last      integer NOT NULL,
    CONSTRAINT matter_number_pkey PRIMARY KEY (community, place, year),
    CONSTRAINT matter_number_community_fkey FOREIGN KEY (community) REFERENCES community(id)
);

CREATE TABLE matter (
    community     integer NOT NULL,
    id            bigint NOT NULL DEFAULT nextval('ids'::regclass),
    number        text NOT NULL,
    template      text NOT NULL,
    rule          text NOT NULL,
    place         bigint NOT NULL,
    title         text NOT NULL,
    problem       text NOT NULL,
    idea          text NOT NULL DEFAULT ''::text,
    households    integer,
    willing       boolean NOT NULL DEFAULT false,
    proposer      bigint NOT NULL,
    assisted_by   bigint,
    stage         text NOT NULL,
    stage_due     date,
    state         text NOT NULL DEFAULT 'open'::text,
    ending        text,
    ending_reason text,
    threshold     integer NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    created_at    timestamp with time zone NOT NULL,
    changed_at    timestamp with time zone NOT NULL,
    request_key   text NOT NULL,
    search        tsvector,
    CONSTRAINT matter_pkey PRIMARY KEY (community, id),
    CONSTRAINT matter_community_number_key UNIQUE (community, number),
    CONSTRAINT matter_community_proposer_request_key_key UNIQUE (community, proposer, request_key),
    CONSTRAINT matter_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT matter_community_place_fkey FOREIGN KEY (community, place) REFERENCES place(community, id),
    CONSTRAINT matter_community_proposer_fkey FOREIGN KEY (community, proposer) REFERENCES person(community, id),
    CONSTRAINT matter_check CHECK ((state = 'ended'::text) = (ending IS NOT NULL)),
    CONSTRAINT matter_ending_check CHECK (ending = ANY (ARRAY['agreed'::text, 'no_agreement'::text, 'not_quorate'::text, 'withdrawn'::text, 'declined'::text, 'rerouted'::text, 'done'::text])),
    CONSTRAINT matter_households_check CHECK (households >= 1 AND households <= 100000),
    CONSTRAINT matter_idea_check CHECK (length(idea) <= 4000),
    CONSTRAINT matter_problem_check CHECK (length(problem) >= 1 AND length(problem) <= 4000),
    CONSTRAINT matter_state_check CHECK (state = ANY (ARRAY['open'::text, 'suspended'::text, 'ended'::text])),
    CONSTRAINT matter_threshold_check CHECK (threshold > 0),
    CONSTRAINT matter_title_check CHECK (length(title) >= 1 AND length(title) <= 80)
);

CREATE TABLE step (
    community  integer NOT NULL,
    matter     bigint NOT NULL,
    seq        integer NOT NULL,
    from_stage text,
    to_stage   text,
    move       text NOT NULL,
    by_person  bigint,
    by_post    text NOT NULL,
    reason     text NOT NULL DEFAULT ''::text,
    at         timestamp with time zone NOT NULL,
    due        date,
    CONSTRAINT step_pkey PRIMARY KEY (community, matter, seq),
    CONSTRAINT step_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT step_move_check CHECK (move = ANY (ARRAY['open'::text, 'next'::text, 'return'::text, 'reroute'::text, 'suspend'::text, 'resume'::text, 'extend'::text, 'end'::text]))
);

CREATE TABLE endorsement (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    person    bigint NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT endorsement_pkey PRIMARY KEY (community, matter, person),
    CONSTRAINT endorsement_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id)
);

CREATE TABLE photo (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter    bigint NOT NULL,
    errand    bigint,
    kind      text NOT NULL,
    image     bytea NOT NULL,
    thumb     bytea NOT NULL,
    sha256    text NOT NULL,
    by_person bigint NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT photo_pkey PRIMARY KEY (community, id),
    CONSTRAINT photo_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT photo_kind_check CHECK (kind = ANY (ARRAY['proposal'::text, 'before'::text, 'after'::text, 'notice'::text]))
);

CREATE TABLE triage (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    route     text NOT NULL,
    guard     text NOT NULL DEFAULT ''::text,
    narrowed  boolean NOT NULL DEFAULT false,
    reply     text NOT NULL,
    post      text NOT NULL,
    deadline  date NOT NULL,
    by_person bigint NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT triage_pkey PRIMARY KEY (community, matter),
    CONSTRAINT triage_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT triage_reply_check CHECK (length(reply) >= 1 AND length(reply) <= 4000)
);

CREATE TABLE plan_option (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    ordinal   integer NOT NULL,
    title     text NOT NULL,
    cost      text NOT NULL DEFAULT ''::text,
    effects   text NOT NULL DEFAULT ''::text,
    as_is     boolean NOT NULL DEFAULT false,
    CONSTRAINT plan_option_pkey PRIMARY KEY (community, matter, ordinal),
    CONSTRAINT plan_option_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT plan_option_title_check CHECK (length(title) >= 1 AND length(title) <= 80)
);

CREATE TABLE stakeholder (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    ordinal   integer NOT NULL,
    name      text NOT NULL,
    voice     text NOT NULL,
    CONSTRAINT stakeholder_pkey PRIMARY KEY (community, matter, ordinal),
    CONSTRAINT stakeholder_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT stakeholder_voice_check CHECK (voice = ANY (ARRAY['vote'::text, 'speak'::text]))
);

CREATE TABLE notice (
    community   integer NOT NULL,
    matter      bigint NOT NULL,
    version     integer NOT NULL,
    body        text NOT NULL,
    content     text NOT NULL,
    sha256      text NOT NULL,
    roll_hash   text NOT NULL,
    posted_by   text NOT NULL DEFAULT 'committee'::text,
    posted_at   timestamp with time zone NOT NULL,
    until       date NOT NULL,
    replaced_at timestamp with time zone,
    days        integer NOT NULL,
    CONSTRAINT notice_pkey PRIMARY KEY (community, matter, version),
    CONSTRAINT notice_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT notice_days_check CHECK (days > 0)
);

CREATE TABLE remark (
    community          integer NOT NULL,
    id                 bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter             bigint NOT NULL,
    parent             bigint,
    side               text NOT NULL,
    person             bigint NOT NULL,
    text               text NOT NULL,
    at                 timestamp with time zone NOT NULL,
    hidden_at          timestamp with time zone,
    hidden_by          text,
    hidden_person      bigint,
    hidden_reason      text,
    appeal             text,
    appeal_at          timestamp with time zone,
    appeal_answer      text,
    appeal_by          text,
    appeal_by_person   bigint,
    appeal_answered_at timestamp with time zone,
    restored_at        timestamp with time zone,
    request_key        text NOT NULL,
    CONSTRAINT remark_pkey PRIMARY KEY (community, id),
    CONSTRAINT remark_community_person_request_key_key UNIQUE (community, person, request_key),
    CONSTRAINT remark_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT remark_community_parent_fkey FOREIGN KEY (community, parent) REFERENCES remark(community, id),
    CONSTRAINT remark_side_check CHECK (side = ANY (ARRAY['for'::text, 'against'::text, 'question'::text, 'reply'::text])),
    CONSTRAINT remark_text_check CHECK (length(text) >= 1 AND length(text) <= 1000)
);

CREATE TABLE session (
    community    integer NOT NULL,
    id           bigint NOT NULL DEFAULT nextval('ids'::regclass),
    place        bigint NOT NULL,
    kind         text NOT NULL,
    title        text NOT NULL,
    venue        text NOT NULL DEFAULT ''::text,
    starts_at    timestamp with time zone NOT NULL,
    called_by    text NOT NULL DEFAULT ''::text,
    moderator    bigint,
    state        text NOT NULL DEFAULT 'called'::text,
    current      integer NOT NULL DEFAULT 1,
    roll         text NOT NULL DEFAULT ''::text,
    members      integer NOT NULL DEFAULT 0,
    remote       boolean NOT NULL DEFAULT false,
    turn_seconds integer NOT NULL DEFAULT 120,
    turns_each   integer NOT NULL DEFAULT 2,
    reason       text NOT NULL DEFAULT ''::text,
    resumes_at   timestamp with time zone,
    version      bigint NOT NULL DEFAULT 1,
    door_key     text NOT NULL,
    request_key  text,
    opened_at    timestamp with time zone,
    closed_at    timestamp with time zone,
    moved_from   timestamp with time zone,
    moved_why    text NOT NULL DEFAULT ''::text,
    moved_venue  text NOT NULL DEFAULT ''::text,
    CONSTRAINT session_pkey PRIMARY KEY (community, id),
    CONSTRAINT session_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT session_community_place_fkey FOREIGN KEY (community, place) REFERENCES place(community, id),
    CONSTRAINT session_kind_check CHECK (kind = ANY (ARRAY['courtyard'::text, 'residents'::text, 'representatives'::text, 'owners'::text, 'hearing'::text, 'conciliation'::text, 'appraisal'::text])),
    CONSTRAINT session_state_check CHECK (state = ANY (ARRAY['called'::text, 'open'::text, 'paused'::text, 'closed'::text, 'off'::text])),
    CONSTRAINT session_turn_seconds_check CHECK (turn_seconds >= 15 AND turn_seconds <= 1800),
    CONSTRAINT session_turns_each_check CHECK (turns_each >= 1 AND turns_each <= 20)
);

CREATE TABLE session_roll (
    community integer NOT NULL,
    session   bigint NOT NULL,
    roll      text NOT NULL,
    members   integer NOT NULL,
    listed    boolean NOT NULL DEFAULT false,
    CONSTRAINT session_roll_pkey PRIMARY KEY (community, session, roll),
    CONSTRAINT session_roll_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT session_roll_members_check CHECK (members >= 0)
);

CREATE TABLE sitting (
    community integer NOT NULL,
    session   bigint NOT NULL,
    n         integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ended_at  timestamp with time zone,
    present   integer,
    reason    text NOT NULL DEFAULT ''::text,
    CONSTRAINT sitting_pkey PRIMARY KEY (community, session, n),
    CONSTRAINT sitting_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT sitting_n_check CHECK (n > 0)
);

CREATE TABLE agenda_item (
    community      integer NOT NULL,
    session        bigint NOT NULL,
    id             bigint NOT NULL DEFAULT nextval('ids'::regclass),
    ordinal        integer NOT NULL,
    matter         bigint,
    title          text NOT NULL,
    motion         text NOT NULL DEFAULT ''::text,
    motion_version integer NOT NULL DEFAULT 1,
    minutes        integer NOT NULL DEFAULT 15,
    floor_closed   boolean NOT NULL DEFAULT false,
    ended          text,
    request_key    text,
    CONSTRAINT agenda_item_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT agenda_item_order UNIQUE (community, session, ordinal) DEFERRABLE,
    CONSTRAINT agenda_item_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT agenda_item_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT agenda_item_ended_check CHECK (ended = ANY (ARRAY['postponed'::text, 'referred'::text])),
    CONSTRAINT agenda_item_minutes_check CHECK (minutes >= 1 AND minutes <= 600)
);

CREATE TABLE attachment (
    community integer NOT NULL,
    session   bigint NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    item      bigint,
    title     text NOT NULL,
    type      text NOT NULL,
    content   bytea NOT NULL,
    bytes     integer NOT NULL,
    sha256    text NOT NULL,
    post      text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT attachment_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT attachment_community_session_item_sha256_key UNIQUE NULLS NOT DISTINCT (community, session, item, sha256),
    CONSTRAINT attachment_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT attachment_community_session_item_fkey FOREIGN KEY (community, session, item) REFERENCES agenda_item(community, session, id) ON DELETE CASCADE,
    CONSTRAINT attachment_bytes_check CHECK (bytes >= 1 AND bytes <= 10485760),
    CONSTRAINT attachment_type_check CHECK (type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text]))
);

CREATE TABLE turn (
    community integer NOT NULL,
    session   bigint NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    item      bigint NOT NULL,
    speaker   text NOT NULL,
    name      text NOT NULL,
    side      text NOT NULL,
    state     text NOT NULL DEFAULT 'waiting'::text,
    asked_at  timestamp with time zone NOT NULL,
    given_at  timestamp with time zone,
    until_at  timestamp with time zone,
    ended_at  timestamp with time zone,
    CONSTRAINT turn_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT turn_community_session_item_fkey FOREIGN KEY (community, session, item) REFERENCES agenda_item(community, session, id),
    CONSTRAINT turn_side_check CHECK (side = ANY (ARRAY['for'::text, 'against'::text, 'question'::text, 'order'::text])),
    CONSTRAINT turn_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'speaking'::text, 'spoken'::text, 'gone'::text]))
);

CREATE TABLE holder_code (
    community integer NOT NULL,
    person    bigint NOT NULL,
    code      text NOT NULL,
    until     timestamp with time zone NOT NULL,
    CONSTRAINT holder_code_pkey PRIMARY KEY (community, person),
    CONSTRAINT holder_code_community_code_key UNIQUE (community, code),
    CONSTRAINT holder_code_community_person_fkey FOREIGN KEY (community, person) REFERENCES person(community, id)
);

CREATE TABLE proxy_letter (
    community      integer NOT NULL,
    id             bigint NOT NULL DEFAULT nextval('ids'::regclass),
    session        bigint,
    matter         bigint,
    voter          bigint NOT NULL,
    label          text NOT NULL,
    principal      bigint,
    principal_name text NOT NULL,
    holder         bigint NOT NULL,
    holder_name    text NOT NULL,
    instruction    text NOT NULL DEFAULT ''::text,
    from_day       date NOT NULL,
    to_day         date,
    signed_on      date NOT NULL,
    entered_by     bigint,
    given_at       timestamp with time zone NOT NULL,
    ended_at       timestamp with time zone,
    ended_why      text,
    request_key    text NOT NULL,
    CONSTRAINT proxy_letter_pkey PRIMARY KEY (community, id),
    CONSTRAINT proxy_letter_community_voter_request_key_key UNIQUE (community, voter, request_key),
    CONSTRAINT proxy_letter_community_entered_by_fkey FOREIGN KEY (community, entered_by) REFERENCES person(community, id),
    CONSTRAINT proxy_letter_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT proxy_letter_community_holder_fkey FOREIGN KEY (community, holder) REFERENCES person(community, id),
    CONSTRAINT proxy_letter_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT proxy_letter_community_principal_fkey FOREIGN KEY (community, principal) REFERENCES person(community, id),
    CONSTRAINT proxy_letter_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT proxy_letter_check CHECK ((session IS NULL) <> (matter IS NULL)),
    CONSTRAINT proxy_letter_check1 CHECK (to_day >= from_day AND to_day <= (from_day + 366)),
    CONSTRAINT proxy_letter_check2 CHECK (holder IS DISTINCT FROM principal),
    CONSTRAINT proxy_letter_check3 CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
    CONSTRAINT proxy_letter_check4 CHECK (to_day IS NOT NULL OR session IS NOT NULL),
    CONSTRAINT proxy_letter_ended_why_check CHECK (ended_why = ANY (ARRAY['revoked'::text, 'came'::text, 'expired'::text])),
    CONSTRAINT proxy_letter_holder_name_check CHECK (holder_name <> ''::text),
    CONSTRAINT proxy_letter_instruction_check CHECK (length(instruction) <= 500),
    CONSTRAINT proxy_letter_principal_name_check CHECK (principal_name <> ''::text)
);

CREATE TABLE presence (
    community  integer NOT NULL,
    session    bigint NOT NULL,
    roll       text NOT NULL DEFAULT ''::text,
    voter      bigint NOT NULL,
    person     bigint NOT NULL,
    letter     bigint,
    how        text NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    left_at    timestamp with time zone,
    CONSTRAINT presence_pkey PRIMARY KEY (community, session, roll, voter),
    CONSTRAINT presence_community_letter_fkey FOREIGN KEY (community, letter) REFERENCES proxy_letter(community, id),
    CONSTRAINT presence_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT presence_how_check CHECK (how = ANY (ARRAY['qr'::text, 'door'::text, 'hook'::text, 'link'::text, 'remote'::text]))
);

CREATE TABLE presence_event (
    community integer NOT NULL,
    session   bigint NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    voter     bigint NOT NULL,
    label     text NOT NULL,
    proxy     boolean NOT NULL DEFAULT false,
    way       text NOT NULL,
    how       text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT presence_event_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT presence_event_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT presence_event_how_check CHECK (how = ANY (ARRAY['qr'::text, 'door'::text, 'hook'::text, 'self'::text, 'remote'::text, 'recess'::text])),
    CONSTRAINT presence_event_way_check CHECK (way = ANY (ARRAY['in'::text, 'out'::text]))
);

CREATE TABLE motion_text (
    community integer NOT NULL,
    session   bigint NOT NULL,
    item      bigint NOT NULL,
    version   integer NOT NULL,
    text      text NOT NULL,
    CONSTRAINT motion_text_pkey PRIMARY KEY (community, session, item, version),
    CONSTRAINT motion_text_community_session_item_fkey FOREIGN KEY (community, session, item) REFERENCES agenda_item(community, session, id) ON DELETE CASCADE
);

CREATE TABLE motion (
    community   integer NOT NULL,
    session     bigint NOT NULL,
    id          bigint NOT NULL DEFAULT nextval('ids'::regclass),
    item        bigint NOT NULL,
    kind        text NOT NULL,
    number      integer NOT NULL,
    person      bigint,
    name        text NOT NULL,
    base        integer,
    text        text,
    edits       jsonb,
    detail      text NOT NULL DEFAULT ''::text,
    state       text NOT NULL DEFAULT 'moved'::text,
    objected    boolean NOT NULL DEFAULT false,
    how         text,
    poll        bigint,
    became      integer,
    request_key text NOT NULL,
    moved_at    timestamp with time zone NOT NULL,
    decided_at  timestamp with time zone,
    CONSTRAINT motion_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT motion_community_session_request_key_key UNIQUE (community, session, request_key),
    CONSTRAINT motion_community_session_item_fkey FOREIGN KEY (community, session, item) REFERENCES agenda_item(community, session, id),
    CONSTRAINT motion_check CHECK ((kind = 'amend'::text) = (base IS NOT NULL AND text IS NOT NULL AND edits IS NOT NULL)),
    CONSTRAINT motion_check1 CHECK ((state <> ALL (ARRAY['adopted'::text, 'refused'::text])) OR how IS NOT NULL),
    CONSTRAINT motion_how_check CHECK (how = ANY (ARRAY['consent'::text, 'vote'::text])),
    CONSTRAINT motion_kind_check CHECK (kind = ANY (ARRAY['amend'::text, 'close'::text, 'later'::text, 'postpone'::text, 'refer'::text, 'recess'::text])),
    CONSTRAINT motion_state_check CHECK (state = ANY (ARRAY['moved'::text, 'consent'::text, 'voting'::text, 'adopted'::text, 'refused'::text, 'withdrawn'::text, 'fallen'::text]))
);

CREATE TABLE minutes (
    community   integer NOT NULL,
    session     bigint NOT NULL,
    state       text NOT NULL DEFAULT 'draft'::text,
    version     bigint NOT NULL DEFAULT 1,
    remark      text NOT NULL DEFAULT ''::text,
    paper       text,
    sha256      text,
    put_at      timestamp with time zone,
    approved_at timestamp with time zone,
    agreed      integer,
    asked       integer,
    CONSTRAINT minutes_pkey PRIMARY KEY (community, session),
    CONSTRAINT minutes_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT minutes_state_check CHECK (state = ANY (ARRAY['draft'::text, 'put'::text, 'approved'::text]))
);

CREATE TABLE minutes_point (
    community integer NOT NULL,
    session   bigint NOT NULL,
    item      bigint NOT NULL,
    points    text NOT NULL,
    CONSTRAINT minutes_point_pkey PRIMARY KEY (community, session, item),
    CONSTRAINT minutes_point_community_session_fkey FOREIGN KEY (community, session) REFERENCES minutes(community, session),
    CONSTRAINT minutes_point_community_session_item_fkey FOREIGN KEY (community, session, item) REFERENCES agenda_item(community, session, id) ON DELETE CASCADE
);

CREATE TABLE minutes_answer (
    community integer NOT NULL,
    session   bigint NOT NULL,
    voter     bigint NOT NULL,
    label     text NOT NULL,
    agrees    boolean NOT NULL,
    remark    text NOT NULL DEFAULT ''::text,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT minutes_answer_pkey PRIMARY KEY (community, session, voter),
    CONSTRAINT minutes_answer_community_session_fkey FOREIGN KEY (community, session) REFERENCES minutes(community, session)
);

CREATE TABLE minutes_addition (
    community   integer NOT NULL,
    session     bigint NOT NULL,
    id          bigint NOT NULL DEFAULT nextval('ids'::regclass),
    text        text NOT NULL,
    post        text NOT NULL,
    at          timestamp with time zone NOT NULL,
    request_key text NOT NULL,
    CONSTRAINT minutes_addition_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT minutes_addition_community_session_request_key_key UNIQUE (community, session, request_key),
    CONSTRAINT minutes_addition_community_session_fkey FOREIGN KEY (community, session) REFERENCES minutes(community, session)
);

CREATE TABLE poll (
    community      integer NOT NULL,
    id             bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter         bigint NOT NULL,
    session        bigint,
    item           bigint,
    purpose        text NOT NULL DEFAULT 'decides'::text,
    subject        bigint,
    question       text NOT NULL,
    slate          jsonb,
    rule           text NOT NULL,
    basis          text NOT NULL,
    secrecy        text NOT NULL,
    by_hands       boolean NOT NULL DEFAULT false,
    state          text NOT NULL DEFAULT 'draft'::text,
    void_reason    text,
    opened_at      timestamp with time zone,
    closes_at      timestamp with time zone,
    closed_at      timestamp with time zone,
    undo_minutes   integer NOT NULL DEFAULT 10,
    version        bigint NOT NULL DEFAULT 1,
    cast_count     integer NOT NULL DEFAULT 0,
    electorate_sha text,
    present        integer,
    tally          jsonb,
    outcome        jsonb,
    box_sha256     text,
    shown          boolean NOT NULL DEFAULT false,
    void_at        timestamp with time zone,
    void_by        text,
    roll_changes   integer NOT NULL DEFAULT 0,
    gone           integer NOT NULL DEFAULT 0,
    extended_from  timestamp with time zone,
    extended_why   text,
    CONSTRAINT poll_pkey PRIMARY KEY (community, id),
    CONSTRAINT poll_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT poll_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT poll_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id),
    CONSTRAINT poll_basis_check CHECK (basis = ANY (ARRAY['household'::text, 'person'::text, 'owner'::text])),
    CONSTRAINT poll_extended_says_why CHECK ((extended_from IS NULL) = (extended_why IS NULL)),
    CONSTRAINT poll_extended_why_check CHECK (length(extended_why) >= 1 AND length(extended_why) <= 300),
    CONSTRAINT poll_purpose_check CHECK (purpose = ANY (ARRAY['decides'::text, 'amendment'::text, 'procedure'::text])),
    CONSTRAINT poll_secrecy_check CHECK (secrecy = ANY (ARRAY['named'::text, 'secret'::text, 'sealed'::text])),
    CONSTRAINT poll_state_check CHECK (state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'void'::text])),
    CONSTRAINT poll_subject CHECK ((purpose = 'decides'::text) = (subject IS NULL)),
    CONSTRAINT poll_void_says_why CHECK (state <> 'void'::text OR ROW(void_reason, void_at, void_by) IS NOT NULL)
);

CREATE TABLE entitlement (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    voter     bigint NOT NULL,
    label     text NOT NULL,
    person    bigint,
    area_c    bigint NOT NULL DEFAULT 0,
    heads     integer NOT NULL DEFAULT 1,
    present   boolean NOT NULL DEFAULT true,
    left_at   timestamp with time zone,
    CONSTRAINT entitlement_pkey PRIMARY KEY (community, poll, voter),
    CONSTRAINT entitlement_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id)
);

CREATE TABLE proxy_use (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    voter     bigint NOT NULL,
    letter    bigint NOT NULL,
    CONSTRAINT proxy_use_pkey PRIMARY KEY (community, poll, voter),
    CONSTRAINT proxy_use_community_letter_fkey FOREIGN KEY (community, letter) REFERENCES proxy_letter(community, id),
    CONSTRAINT proxy_use_community_poll_voter_fkey FOREIGN KEY (community, poll, voter) REFERENCES entitlement(community, poll, voter)
);

CREATE TABLE ballot (
    community   integer NOT NULL,
    poll        bigint NOT NULL,
    voter       bigint NOT NULL,
    choice      text NOT NULL,
    receipt     text NOT NULL,
    request_key text NOT NULL,
    channel     text NOT NULL,
    at          timestamp with time zone NOT NULL,
    CONSTRAINT ballot_pkey PRIMARY KEY (community, poll, voter),
    CONSTRAINT ballot_receipt_key UNIQUE (receipt),
    CONSTRAINT ballot_channel_check CHECK (channel = ANY (ARRAY['phone'::text, 'hall'::text, 'paper'::text])),
    CONSTRAINT ballot_choice_check CHECK (char_length(choice) >= 1 AND char_length(choice) <= 120)
);

CREATE TABLE turnout (
    community   integer NOT NULL,
    poll        bigint NOT NULL,
    voter       bigint NOT NULL,
    receipt     text NOT NULL,
    request_key text NOT NULL,
    paper       boolean NOT NULL DEFAULT false,
    CONSTRAINT turnout_pkey PRIMARY KEY (community, poll, voter),
    CONSTRAINT turnout_receipt_key UNIQUE (receipt)
);

CREATE TABLE secret_ballot (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    id        uuid NOT NULL,
    choice    text NOT NULL,
    CONSTRAINT secret_ballot_pkey PRIMARY KEY (community, poll, id),
    CONSTRAINT secret_ballot_choice_check CHECK (char_length(choice) >= 1 AND char_length(choice) <= 120)
);

CREATE TABLE count_sheet (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    person    bigint NOT NULL,
    post      text NOT NULL,
    yes       integer NOT NULL,
    no        integer NOT NULL,
    abstain   integer NOT NULL,
    spoiled   integer NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT count_sheet_pkey PRIMARY KEY (community, poll, person),
    CONSTRAINT count_sheet_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id),
    CONSTRAINT count_sheet_abstain_check CHECK (abstain >= 0),
    CONSTRAINT count_sheet_no_check CHECK (no >= 0),
    CONSTRAINT count_sheet_spoiled_check CHECK (spoiled >= 0),
    CONSTRAINT count_sheet_yes_check CHECK (yes >= 0)
);

CREATE TABLE resolution_number (
    community integer NOT NULL,
    year      integer NOT NULL,
    last      integer NOT NULL,
    CONSTRAINT resolution_number_pkey PRIMARY KEY (community, year),
    CONSTRAINT resolution_number_community_fkey FOREIGN KEY (community) REFERENCES community(id)
);

CREATE TABLE resolution (
    community        integer NOT NULL,
    id               bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter           bigint NOT NULL,
    number           text,
    title            text NOT NULL,
    body             text NOT NULL,
    minority         text NOT NULL DEFAULT ''::text,
    kind             text NOT NULL,
    poll             bigint,
    outcome          jsonb,
    content          text NOT NULL DEFAULT '{}'::text,
    sha256           text,
    public           boolean NOT NULL DEFAULT true,
    posted_by        bigint,
    posted_post      text NOT NULL DEFAULT 'committee'::text,
    posted_at        timestamp with time zone,
    notice_until     date,
    effective_at     timestamp with time zone,
    withdrawn_at     timestamp with time zone,
    withdrawn_reason text,
    search           tsvector,
    withdrawn_for    text,
    withdrawn_by     text,
    CONSTRAINT resolution_pkey PRIMARY KEY (community, id),
    CONSTRAINT resolution_community_number_key UNIQUE (community, number),
    CONSTRAINT resolution_community_fkey FOREIGN KEY (community) REFERENCES community(id),
    CONSTRAINT resolution_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT resolution_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id),
    CONSTRAINT resolution_kind_check CHECK (kind = ANY (ARRAY['agreed'::text, 'no_agreement'::text, 'not_quorate'::text])),
    CONSTRAINT resolution_posted_whole CHECK ((num_nulls(number, sha256, posted_at, notice_until) = ANY (ARRAY[0, 4])) AND (posted_at IS NOT NULL OR withdrawn_at IS NULL)),
    CONSTRAINT resolution_withdrawn_for_check CHECK (withdrawn_for = ANY (ARRAY['objection'::text, 'void'::text])),
    CONSTRAINT resolution_withdrawn_says_why CHECK ((withdrawn_at IS NULL) = (withdrawn_for IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

CREATE TABLE objection (
    community     integer NOT NULL,
    id            bigint NOT NULL DEFAULT nextval('ids'::regclass),
    resolution    bigint NOT NULL,
    person        bigint NOT NULL,
    kind          text NOT NULL,
    text          text NOT NULL,
    at            timestamp with time zone NOT NULL,
    answer        text,
    decision      text,
    answered_by   bigint,
    answered_post text,
    answered_at   timestamp with time zone,
    request_key   text NOT NULL,
    CONSTRAINT objection_pkey PRIMARY KEY (community, id),
    CONSTRAINT objection_community_person_request_key_key UNIQUE (community, person, request_key),
    CONSTRAINT objection_community_resolution_fkey FOREIGN KEY (community, resolution) REFERENCES resolution(community, id),
    CONSTRAINT objection_decision_check CHECK (decision = ANY (ARRAY['upheld'::text, 'rejected'::text])),
    CONSTRAINT objection_kind_check CHECK (kind = ANY (ARRAY['count'::text, 'identity'::text, 'procedure'::text, 'substance'::text])),
    CONSTRAINT objection_text_check CHECK (length(text) >= 1 AND length(text) <= 2000)
);

CREATE TABLE errand (
    community  integer NOT NULL,
    id         bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter     bigint NOT NULL,
    ordinal    integer NOT NULL,
    title      text NOT NULL,
    due        date,
    claimed_by bigint,
    claimed_as text,
    claimed_at timestamp with time zone,
    done_at    timestamp with time zone,
    done_note  text NOT NULL DEFAULT ''::text,
    dropped    text,
    CONSTRAINT errand_pkey PRIMARY KEY (community, id),
    CONSTRAINT errand_community_matter_ordinal_key UNIQUE (community, matter, ordinal),
    CONSTRAINT errand_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT errand_title_check CHECK (length(title) >= 1 AND length(title) <= 120)
);

CREATE TABLE rated (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    person    bigint NOT NULL,
    CONSTRAINT rated_pkey PRIMARY KEY (community, matter, person),
    CONSTRAINT rated_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id)
);

CREATE TABLE rating (
    community integer NOT NULL,
    matter    bigint NOT NULL,
    id        uuid NOT NULL DEFAULT gen_random_uuid(),
    stars     integer NOT NULL,
    note      text NOT NULL DEFAULT ''::text,
    CONSTRAINT rating_pkey PRIMARY KEY (community, matter, id),
    CONSTRAINT rating_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT rating_note_check CHECK (length(note) <= 500),
    CONSTRAINT rating_stars_check CHECK (stars >= 1 AND stars <= 5)
);

CREATE TABLE ballot_count (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    took_part integer NOT NULL DEFAULT 0,
    papers    integer NOT NULL DEFAULT 0,
    in_box    integer NOT NULL DEFAULT 0,
    CONSTRAINT ballot_count_pkey PRIMARY KEY (community, poll),
    CONSTRAINT ballot_count_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id)
);

CREATE TABLE sign_in_try (
    subject   bytea NOT NULL,
    tries     integer NOT NULL,
    free_at   timestamp with time zone NOT NULL,
    forget_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_try_pkey PRIMARY KEY (subject)
);

CREATE TABLE known_browser (
    mark       bytea NOT NULL,
    community  integer NOT NULL,
    person     bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT known_browser_pkey PRIMARY KEY (mark),
    CONSTRAINT known_browser_community_person_fkey FOREIGN KEY (community, person) REFERENCES account(community, person)
);

CREATE TABLE check_in_message (
    community integer NOT NULL,
    session   bigint NOT NULL,
    signature bytea NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    code      text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT check_in_message_pkey PRIMARY KEY (community, session, signature),
    CONSTRAINT check_in_message_community_session_fkey FOREIGN KEY (community, session) REFERENCES session(community, id)
);

CREATE TABLE area_secret (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    secret    text NOT NULL,
    CONSTRAINT area_secret_pkey PRIMARY KEY (community, poll),
    CONSTRAINT area_secret_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id),
    CONSTRAINT area_secret_secret_check CHECK (secret <> ''::text)
);

CREATE TABLE area_commitment (
    community  integer NOT NULL,
    poll       bigint NOT NULL,
    receipt    text NOT NULL,
    commitment text NOT NULL,
    CONSTRAINT area_commitment_pkey PRIMARY KEY (community, poll, receipt),
    CONSTRAINT area_commitment_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES area_secret(community, poll),
    CONSTRAINT area_commitment_commitment_check CHECK (commitment ~ '^0[23][0-9a-f]{64}$'::text)
);

CREATE TABLE stage_record (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    matter    bigint NOT NULL,
    stage     text NOT NULL,
    day       date NOT NULL,
    needless  boolean NOT NULL,
    text      text NOT NULL,
    by_person bigint,
    by_post   text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT stage_record_pkey PRIMARY KEY (community, id),
    CONSTRAINT stage_record_community_matter_fkey FOREIGN KEY (community, matter) REFERENCES matter(community, id),
    CONSTRAINT stage_record_text_check CHECK (length(text) >= 1 AND length(text) <= 1000)
);

CREATE TABLE session_voter (
    community integer NOT NULL,
    session   bigint NOT NULL,
    roll      text NOT NULL,
    n         integer NOT NULL,
    voter     bigint NOT NULL,
    label     text NOT NULL,
    person    bigint,
    area_c    bigint NOT NULL,
    heads     integer NOT NULL,
    CONSTRAINT session_voter_pkey PRIMARY KEY (community, session, roll, voter),
    CONSTRAINT session_voter_community_session_roll_fkey FOREIGN KEY (community, session, roll) REFERENCES session_roll(community, session, roll)
);

CREATE TABLE minutes_correction (
    community integer NOT NULL,
    session   bigint NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    label     text NOT NULL,
    text      text NOT NULL,
    answer    text NOT NULL DEFAULT ''::text,
    post      text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT minutes_correction_pkey PRIMARY KEY (community, session, id),
    CONSTRAINT minutes_correction_community_session_fkey FOREIGN KEY (community, session) REFERENCES minutes(community, session)
);

CREATE TABLE count_signing (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    minority  text NOT NULL,
    CONSTRAINT count_signing_pkey PRIMARY KEY (community, poll),
    CONSTRAINT count_signing_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id)
);

CREATE TABLE count_signature (
    community integer NOT NULL,
    id        bigint NOT NULL DEFAULT nextval('ids'::regclass),
    poll      bigint NOT NULL,
    person    bigint NOT NULL,
    post      text NOT NULL,
    agrees    boolean NOT NULL,
    reason    text NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT count_signature_pkey PRIMARY KEY (community, id),
    CONSTRAINT count_signature_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES count_signing(community, poll),
    CONSTRAINT count_signature_check CHECK (length(reason) <= 500 AND agrees = (reason = ''::text)),
    CONSTRAINT count_signature_post_check CHECK (post = ANY (ARRAY['scrutineer'::text, 'supervision'::text]))
);

CREATE TABLE paper_entry (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    voter     bigint NOT NULL,
    person    bigint NOT NULL,
    post      text NOT NULL,
    choice    text NOT NULL,
    n         bigint NOT NULL DEFAULT nextval('ids'::regclass),
    at        timestamp with time zone NOT NULL,
    CONSTRAINT paper_entry_pkey PRIMARY KEY (community, poll, voter, person),
    CONSTRAINT paper_entry_community_poll_voter_fkey FOREIGN KEY (community, poll, voter) REFERENCES entitlement(community, poll, voter),
    CONSTRAINT paper_entry_choice_check CHECK (length(choice) >= 1 AND length(choice) <= 120)
);

CREATE TABLE box_rewrite (
    community integer NOT NULL,
    poll      bigint NOT NULL,
    ended_in  xid8 NOT NULL,
    since     timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT box_rewrite_pkey PRIMARY KEY (community, poll),
    CONSTRAINT box_rewrite_community_poll_fkey FOREIGN KEY (community, poll) REFERENCES poll(community, id)
);

CREATE TABLE minutes_hands (
    community integer NOT NULL,
    session   bigint NOT NULL,
    person    bigint NOT NULL,
    post      text NOT NULL,
    hands     integer NOT NULL,
    at        timestamp with time zone NOT NULL,
    CONSTRAINT minutes_hands_pkey PRIMARY KEY (community, session, person),
    CONSTRAINT minutes_hands_community_session_fkey FOREIGN KEY (community, session) REFERENCES minutes(community, session),
    CONSTRAINT minutes_hands_hands_check CHECK (hands > 0)
);

-- Indexes

CREATE INDEX place_path ON place USING btree (community, path text_pattern_ops);
CREATE INDEX place_parent ON place USING btree (community, parent);
CREATE INDEX person_household ON person USING btree (community, household);
CREATE INDEX role_person ON role USING btree (home, person);
CREATE INDEX role_place ON role USING btree (community, place, role);
CREATE UNIQUE INDEX household_rep_once ON role USING btree (community, place) WHERE role = 'household_rep'::text AND to_day IS NULL;
CREATE INDEX owner_voter ON owner USING btree (community, voter);
CREATE INDEX unit_place ON unit USING btree (community, place);
CREATE INDEX unit_owner ON unit USING btree (community, owner);
CREATE UNIQUE INDEX account_name ON account USING btree (lower(display_name));
CREATE UNIQUE INDEX invitation_one_open ON invitation USING btree (community, person) WHERE used_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitation_again ON invitation USING btree (community, person) WHERE again;
CREATE INDEX sign_in_person ON sign_in USING btree (community, person);
CREATE INDEX matter_place ON matter USING btree (community, place, changed_at DESC);
CREATE INDEX matter_stage ON matter USING btree (community, state, stage, changed_at DESC);
CREATE INDEX matter_search ON matter USING gin (search);
CREATE INDEX photo_matter ON photo USING btree (community, matter);
CREATE INDEX remark_matter ON remark USING btree (community, matter, at);
CREATE INDEX remark_hidden ON remark USING btree (community, matter, hidden_at) WHERE hidden_at IS NOT NULL;
CREATE INDEX session_place ON session USING btree (community, place, starts_at DESC);
CREATE UNIQUE INDEX session_request ON session USING btree (community, request_key);
CREATE UNIQUE INDEX sitting_one_open ON sitting USING btree (community, session) WHERE ended_at IS NULL;
CREATE INDEX agenda_matter ON agenda_item USING btree (community, matter);
CREATE UNIQUE INDEX agenda_item_request ON agenda_item USING btree (community, session, request_key);
CREATE UNIQUE INDEX turn_waits_once ON turn USING btree (community, session, item, speaker) WHERE state = 'waiting'::text;
CREATE UNIQUE INDEX turn_one_speaks ON turn USING btree (community, session) WHERE state = 'speaking'::text;
CREATE UNIQUE INDEX proxy_one_a_meeting ON proxy_letter USING btree (community, session, voter) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX proxy_one_a_matter ON proxy_letter USING btree (community, matter, voter) WHERE ended_at IS NULL;
CREATE INDEX proxy_holder ON proxy_letter USING btree (community, holder) WHERE ended_at IS NULL;
CREATE INDEX proxy_principal ON proxy_letter USING btree (community, principal);
CREATE INDEX presence_person ON presence USING btree (person) INCLUDE (session, community);
CREATE INDEX presence_voter ON presence USING btree (voter) INCLUDE (session, community);
CREATE UNIQUE INDEX motion_number ON motion USING btree (community, session, item, (kind = 'amend'::text), number);
CREATE UNIQUE INDEX motion_one_in_hand ON motion USING btree (community, session, item) WHERE state = ANY (ARRAY['consent'::text, 'voting'::text]);
CREATE INDEX poll_matter ON poll USING btree (community, matter);
CREATE INDEX poll_session ON poll USING btree (community, session);
CREATE INDEX entitlement_person ON entitlement USING btree (person) INCLUDE (poll, community);
CREATE INDEX resolution_posted ON resolution USING btree (community, posted_at DESC);
CREATE INDEX resolution_search ON resolution USING gin (search);
CREATE UNIQUE INDEX resolution_one_in_force ON resolution USING btree (community, matter) WHERE withdrawn_at IS NULL;
CREATE INDEX objection_resolution ON objection USING btree (community, resolution);
CREATE INDEX sign_in_try_forget ON sign_in_try USING btree (forget_at);
CREATE INDEX known_browser_person ON known_browser USING btree (community, person);
CREATE INDEX check_in_message_at ON check_in_message USING btree (at);
CREATE INDEX stage_record_matter ON stage_record USING btree (community, matter, stage);
CREATE INDEX session_voter_person ON session_voter USING btree (person, session, community);
CREATE INDEX count_signature_poll ON count_signature USING btree (community, poll);
CREATE UNIQUE INDEX count_signature_once ON count_signature USING btree (community, poll, person) WHERE agrees;

-- Functions

CREATE OR REPLACE FUNCTION public.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.agenda_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from session s where s.community = old.community and s.id = old.session
        and (s.state in ('closed', 'off') or (s.opened_at is not null and old.ordinal <= s.current
            and not (tg_op = 'UPDATE' and old.ordinal = s.current and new.matter is not distinct from old.matter
                and coalesce(current_setting('pavilion.later', true), '') = old.id::text)))) then
        raise exception 'item % was reached', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.attachment_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if tg_op = 'UPDATE' or exists (select 1 from session s where s.community = coalesce(new.community, old.community)
        and s.id = coalesce(new.session, old.session) and s.state <> 'called') then
        raise exception 'attachments stay as they were called with' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.letter_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if (old.ended_at is not null and (old.ended_why <> 'came' or new.ended_at is not null))
        or (to_jsonb(new) - 'ended_at' - 'ended_why') <> (to_jsonb(old) - 'ended_at' - 'ended_why') then
        raise exception 'letter % stays as it was signed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_versioned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if new.motion is distinct from old.motion then
        if exists (select 1 from poll p where p.community = old.community and p.session = old.session
                and p.item = old.id and p.purpose = 'decides' and p.state in ('open', 'closed')) then
            raise exception 'the motion of item % was put to the vote: its text stays', old.id
                using errcode = 'restrict_violation';
        end if;
        new.motion_version := old.motion_version + 1;
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_text_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into motion_text values (new.community, new.session, new.id, new.motion_version, new.motion)
        on conflict do nothing;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.motion_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'motion % is dealt with', old.id using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.minutes_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from minutes m where m.community = old.community and m.session = old.session
        and m.state = 'approved') then
        raise exception 'minutes of session % are approved', old.session using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION public.roll_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'a frozen roll keeps its voters' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.kept_after_close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if not exists (select 1 from poll p where p.community = old.community and p.id = old.poll and p.state = 'open') then
        raise exception 'poll % is closed: its ballots stay as they are', old.poll using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.only_entitled()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from fresh f where (
        select e.voter from entitlement e where e.community = f.community and e.poll = f.poll and e.voter = f.voter) is null) then
        raise exception 'a ballot in % of somebody who is not on its roll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.only_of_a_poll()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from (select distinct community, poll from fresh) f where (
        select p.id from poll p where p.community = f.community and p.id = f.poll) is null) then
        raise exception 'a ballot in % of no poll', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.only_while_open(of_community integer, of_poll bigint, box text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
    -- Locked against a close: what is put in while the poll is being closed is either counted or refused.
    perform 1 from poll p where p.community = of_community and p.id = of_poll and p.state = 'open'
        and p.secrecy = box and not p.by_hands for share;
    if not found then
        raise exception 'poll % takes no % ballots', of_poll, box using errcode = 'restrict_violation';
    end if;
end $function$;

CREATE OR REPLACE FUNCTION public.ballot_counted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    come record;
begin
    for come in select community, poll, count(*) as n from fresh group by 1, 2 loop
        perform only_while_open(come.community, come.poll, 'named');
        insert into ballot_count (community, poll, took_part) values (come.community, come.poll, come.n)
        on conflict (community, poll) do update set took_part = ballot_count.took_part + excluded.took_part;
    end loop;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.turnout_counted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    come record;
begin
    for come in select community, poll, count(*) as n, count(*) filter (where paper) as papers from fresh group by 1, 2 loop
        perform only_while_open(come.community, come.poll, 'secret');
        insert into ballot_count (community, poll, took_part, papers)
        values (come.community, come.poll, come.n, come.papers)
        on conflict (community, poll) do update
            set took_part = ballot_count.took_part + excluded.took_part, papers = ballot_count.papers + excluded.papers;
    end loop;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.box_counted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    moved record;
begin
    for moved in select community, poll, count(*) as n from rows_moved group by 1, 2 loop
        perform only_while_open(moved.community, moved.poll, 'secret');
        insert into ballot_count (community, poll, in_box)
        values (moved.community, moved.poll, case tg_op when 'INSERT' then moved.n else -moved.n end)
        on conflict (community, poll) do update set in_box = ballot_count.in_box + excluded.in_box;
    end loop;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ballots_agree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
    of_poll bigint;
begin
    if tg_table_name = 'poll' then
        of_poll := new.id;
    else
        of_poll := new.poll;
    end if;
    if exists (select 1 from poll p left join ballot_count c on c.community = p.community and c.poll = p.id
        where p.community = new.community and p.id = of_poll and p.state = 'open'
            and (coalesce(c.took_part, 0) <> p.cast_count
                or coalesce(c.in_box, 0) <> case p.secrecy when 'secret' then p.cast_count - coalesce(c.papers, 0) else 0 end)) then
        raise exception 'poll %: ballots, voters and counter do not agree', of_poll using errcode = 'restrict_violation';
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.only_a_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from (select distinct community, poll from fresh) f where not exists (
        select 1 from poll p where p.community = f.community and p.id = f.poll and p.state = 'draft')) then
        raise exception 'the roll of a poll that was opened takes no more voters' using errcode = 'restrict_violation';
    end if;
    return null;
end $function$;

CREATE OR REPLACE FUNCTION public.poll_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if new.state not in ('closed', 'void') or (old.state = 'void' and new.state <> 'void')
        or (old.opened_at, old.closed_at, old.rule, old.secrecy, old.cast_count, old.present, old.electorate_sha, old.box_sha256)
            is distinct from
            (new.opened_at, new.closed_at, new.rule, new.secrecy, new.cast_count, new.present, new.electorate_sha, new.box_sha256)
        or old.tally is distinct from new.tally or old.outcome is distinct from new.outcome then
        raise exception 'poll % was closed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.matter_held()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if exists (select 1 from poll p where p.community = new.community and p.matter = new.id and p.state = 'open') then
        raise exception 'matter % has an open poll', new.number using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.only_of_an_open_matter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform 1 from matter m where m.community = new.community and m.id = new.matter and m.state = 'open' for share;
    if not found then
        raise exception 'matter % takes no poll', new.matter using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ballot_held()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if not exists (select 1 from poll p where p.community = old.community and p.id = old.poll and p.state = 'open') then
        raise exception 'a frozen roll keeps its voters' using errcode = 'restrict_violation';
    end if;
    if new.person is distinct from old.person and (
        exists (select 1 from ballot b where b.community = old.community and b.poll = old.poll and b.voter = old.voter)
        or exists (select 1 from turnout t where t.community = old.community and t.poll = old.poll and t.voter = old.voter)
        or not exists (
            select 1 from proxy_use u join proxy_letter l on l.community = u.community and l.id = u.letter
            where u.community = old.community and u.poll = old.poll and u.voter = old.voter
                and new.person is not distinct from case when l.ended_at is null then l.holder else l.principal end)) then
        raise exception 'the ballot of voter % is held by whom the roll names', old.voter using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.typed_while_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    perform 1 from poll p where p.community = new.community and p.id = new.poll and p.state = 'open'
        and p.secrecy = 'named' and p.session is null for share;
    if not found then
        raise exception 'poll % takes no papers', new.poll using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.extended_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    if old.extended_from is not null or old.state <> 'open' or new.closes_at <= old.closes_at
        or new.extended_from is distinct from old.closes_at then
        raise exception 'poll % is not put off', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $function$;

CREATE OR REPLACE FUNCTION public.box_to_be_rewritten()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    insert into box_rewrite (community, poll, ended_in) values (new.community, new.id, pg_current_xact_id())
    on conflict do nothing;
    return null;
end $function$;

-- Triggers

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER adopted_rule_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON adopted_rule FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER matter_held BEFORE UPDATE OF state, stage, template, rule ON matter FOR EACH ROW WHEN (old.state IS DISTINCT FROM new.state OR old.stage IS DISTINCT FROM new.stage OR old.template IS DISTINCT FROM new.template OR old.rule IS DISTINCT FROM new.rule) EXECUTE FUNCTION matter_held();
CREATE TRIGGER agenda_item_kept BEFORE DELETE OR UPDATE OF ordinal, matter ON agenda_item FOR EACH ROW EXECUTE FUNCTION agenda_kept();
CREATE TRIGGER motion_text_kept AFTER INSERT OR UPDATE OF motion ON agenda_item FOR EACH ROW EXECUTE FUNCTION motion_text_kept();
CREATE TRIGGER motion_versioned BEFORE UPDATE ON agenda_item FOR EACH ROW EXECUTE FUNCTION motion_versioned();
CREATE TRIGGER attachment_kept BEFORE INSERT OR DELETE OR UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION attachment_kept();
CREATE TRIGGER letter_kept BEFORE UPDATE ON proxy_letter FOR EACH ROW EXECUTE FUNCTION letter_kept();
CREATE TRIGGER letter_never_deleted BEFORE DELETE OR TRUNCATE ON proxy_letter FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER presence_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON presence_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER motion_text_append_only BEFORE UPDATE OR TRUNCATE ON motion_text FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER motion_kept BEFORE UPDATE ON motion FOR EACH ROW WHEN (old.state = ANY (ARRAY['adopted'::text, 'refused'::text, 'withdrawn'::text, 'fallen'::text])) EXECUTE FUNCTION motion_kept();
CREATE TRIGGER motion_never_deleted BEFORE DELETE OR TRUNCATE ON motion FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER minutes_kept BEFORE DELETE OR UPDATE ON minutes FOR EACH ROW WHEN (old.state = 'approved'::text) EXECUTE FUNCTION minutes_kept();
CREATE TRIGGER minutes_point_kept BEFORE DELETE OR UPDATE ON minutes_point FOR EACH ROW EXECUTE FUNCTION minutes_kept();
CREATE TRIGGER minutes_answer_kept BEFORE DELETE OR UPDATE ON minutes_answer FOR EACH ROW EXECUTE FUNCTION minutes_kept();
CREATE TRIGGER minutes_addition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON minutes_addition FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE CONSTRAINT TRIGGER ballots_agree AFTER UPDATE OF cast_count ON poll DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (old.cast_count IS DISTINCT FROM new.cast_count) EXECUTE FUNCTION ballots_agree();
CREATE TRIGGER box_to_be_rewritten AFTER UPDATE OF state ON poll FOR EACH ROW WHEN (old.state = 'open'::text AND (new.state = ANY (ARRAY['closed'::text, 'void'::text])) AND new.secrecy = 'secret'::text) EXECUTE FUNCTION box_to_be_rewritten();
CREATE TRIGGER poll_extended_once BEFORE UPDATE ON poll FOR EACH ROW WHEN (old.extended_from IS DISTINCT FROM new.extended_from) EXECUTE FUNCTION extended_once();
CREATE TRIGGER poll_kept BEFORE UPDATE ON poll FOR EACH ROW WHEN (old.state = ANY (ARRAY['closed'::text, 'void'::text])) EXECUTE FUNCTION poll_kept();
CREATE TRIGGER poll_of_an_open_matter BEFORE UPDATE OF state ON poll FOR EACH ROW WHEN (new.state = 'open'::text AND old.state <> 'open'::text) EXECUTE FUNCTION only_of_an_open_matter();
CREATE TRIGGER ballot_held BEFORE UPDATE ON entitlement FOR EACH ROW EXECUTE FUNCTION ballot_held();
CREATE TRIGGER roll_frozen AFTER INSERT ON entitlement REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION only_a_draft();
CREATE TRIGGER roll_kept BEFORE DELETE OR UPDATE OF community, poll, voter, label, area_c, heads, present OR TRUNCATE ON entitlement FOR EACH STATEMENT EXECUTE FUNCTION roll_kept();
CREATE TRIGGER proxy_use_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON proxy_use FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER ballot_counted AFTER INSERT ON ballot REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ballot_counted();
CREATE TRIGGER ballot_entitled AFTER INSERT ON ballot REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION only_entitled();
CREATE TRIGGER ballot_kept BEFORE UPDATE ON ballot FOR EACH ROW EXECUTE FUNCTION kept_after_close();
CREATE TRIGGER ballot_never_deleted BEFORE DELETE OR TRUNCATE ON ballot FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER ballot_voter_kept BEFORE UPDATE OF community, poll, voter, receipt, channel, at ON ballot FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER turnout_counted AFTER INSERT ON turnout REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION turnout_counted();
CREATE TRIGGER turnout_entitled AFTER INSERT ON turnout REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION only_entitled();
CREATE TRIGGER turnout_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON turnout FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER secret_ballot_in AFTER INSERT ON secret_ballot REFERENCING NEW TABLE AS rows_moved FOR EACH STATEMENT EXECUTE FUNCTION box_counted();
CREATE TRIGGER secret_ballot_kept BEFORE UPDATE OR TRUNCATE ON secret_ballot FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER secret_ballot_of_a_poll AFTER INSERT ON secret_ballot REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION only_of_a_poll();
CREATE TRIGGER secret_ballot_out AFTER DELETE ON secret_ballot REFERENCING OLD TABLE AS rows_moved FOR EACH STATEMENT EXECUTE FUNCTION box_counted();
CREATE TRIGGER count_sheet_kept BEFORE UPDATE ON count_sheet FOR EACH ROW EXECUTE FUNCTION kept_after_close();
CREATE CONSTRAINT TRIGGER ballots_agree AFTER INSERT OR UPDATE ON ballot_count DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ballots_agree();
CREATE TRIGGER area_secret_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON area_secret FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER area_commitment_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON area_commitment FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER session_voter_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON session_voter FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER minutes_correction_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON minutes_correction FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER count_signing_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON count_signing FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER count_signature_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON count_signature FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER typed_while_open BEFORE INSERT OR UPDATE ON paper_entry FOR EACH ROW EXECUTE FUNCTION typed_while_open();
CREATE TRIGGER minutes_hands_kept BEFORE DELETE OR UPDATE ON minutes_hands FOR EACH ROW EXECUTE FUNCTION minutes_kept();
