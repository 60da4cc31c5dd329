-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "launch_id" UUID,
    "role" TEXT,
    "email" TEXT,
    "user_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" BIGSERIAL NOT NULL,
    "account_hash" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "launches" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "go_live" TEXT,
    "go_live_at" TIMESTAMPTZ(3),
    "next_review" TEXT,
    "phase" TEXT NOT NULL DEFAULT 'preparing',
    "phase_at" TIMESTAMPTZ(3) NOT NULL,
    "rule" INTEGER NOT NULL DEFAULT 1,
    "poll_rule" TEXT NOT NULL DEFAULT 'all',
    "quorum" INTEGER,
    "proof" TEXT NOT NULL DEFAULT 'optional',
    "valid_days" INTEGER,
    "waiver_limit" INTEGER,
    "waiver_days_after" INTEGER NOT NULL DEFAULT 30,
    "launched_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "head" TEXT NOT NULL,

    CONSTRAINT "launches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "members_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "documents" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by" UUID,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "sections" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "proof" TEXT,
    "valid_days" INTEGER,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sections_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "groups" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "items" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "parent_id" UUID,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "required_reason" TEXT,
    "required_at" TIMESTAMPTZ(3),
    "window" TEXT NOT NULL DEFAULT 'before',
    "condition" TEXT,
    "fact_id" UUID,
    "fact_answer" BOOLEAN,
    "alternatives" TEXT,
    "applicability" TEXT NOT NULL DEFAULT 'applies',
    "applicability_reason" TEXT,
    "applicability_by" TEXT,
    "applicability_at" TIMESTAMPTZ(3),
    "work" TEXT NOT NULL DEFAULT 'todo',
    "work_reason" TEXT,
    "work_by" UUID,
    "work_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "due" TEXT,
    "proof" TEXT,
    "valid_days" INTEGER,
    "had_proof" BOOLEAN NOT NULL DEFAULT false,
    "never_waive" BOOLEAN NOT NULL DEFAULT false,
    "cadence" TEXT,
    "threshold" JSONB,
    "link" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "items_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "facts" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" BOOLEAN,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_hash" TEXT,
    "value" DOUBLE PRECISION,
    "unit" TEXT,
    "outcome" TEXT,
    "source" TEXT,
    "true_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_days" INTEGER,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "file_contents" (
    "launch_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_contents_pkey" PRIMARY KEY ("launch_id","sha256")
);

-- CreateTable
CREATE TABLE "waivers" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "waivers_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "seats" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER,
    "holder_id" UUID,
    "holder_at" TIMESTAMPTZ(3),
    "delegate_id" UUID,
    "delegate_from" TIMESTAMPTZ(3),
    "delegate_to" TIMESTAMPTZ(3),
    "sections" JSONB,
    "must_answer" BOOLEAN NOT NULL DEFAULT false,
    "document_name" TEXT,
    "document_date" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "sign_offs" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "for_id" UUID,
    "name_then" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "reason" TEXT,
    "meaning" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rule" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "material" JSONB NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sign_offs_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "conditions" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sign_off_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" UUID,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "rollback_trigger" TEXT,
    "met_at" TIMESTAMPTZ(3),
    "met_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "conditions_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "polls" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "quorum" INTEGER,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "polls_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "poll_id" UUID,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rule" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "against_verdict" BOOLEAN NOT NULL,
    "record" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "notes" (
    "launch_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("launch_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "launch_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "via" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "subjects" TEXT[],

    CONSTRAINT "events_pkey" PRIMARY KEY ("launch_id","seq")
);

-- CreateTable
CREATE TABLE "event_texts" (
    "launch_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "text" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_texts_pkey" PRIMARY KEY ("launch_id","seq","path")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_launch_id_idx" ON "invitations"("launch_id");

-- CreateIndex
CREATE INDEX "invitations_created_by_idx" ON "invitations"("created_by");

-- CreateIndex
CREATE INDEX "sign_in_attempts_account_hash_address_hash_at_idx" ON "sign_in_attempts"("account_hash", "address_hash", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempts_address_hash_at_idx" ON "sign_in_attempts"("address_hash", "at");

-- CreateIndex
CREATE UNIQUE INDEX "launches_slug_key" ON "launches"("slug");

-- CreateIndex
CREATE INDEX "members_id_idx" ON "members"("id");

-- CreateIndex
CREATE INDEX "documents_launch_id_imported_at_idx" ON "documents"("launch_id", "imported_at");

-- CreateIndex
CREATE INDEX "groups_launch_id_section_id_idx" ON "groups"("launch_id", "section_id");

-- CreateIndex
CREATE INDEX "items_launch_id_section_id_idx" ON "items"("launch_id", "section_id");

-- CreateIndex
CREATE INDEX "items_launch_id_group_id_idx" ON "items"("launch_id", "group_id");

-- CreateIndex
CREATE INDEX "items_launch_id_parent_id_idx" ON "items"("launch_id", "parent_id");

-- CreateIndex
CREATE INDEX "items_launch_id_fact_id_idx" ON "items"("launch_id", "fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "items_launch_id_key_key" ON "items"("launch_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "facts_launch_id_key_key" ON "facts"("launch_id", "key");

-- CreateIndex
CREATE INDEX "evidence_launch_id_item_id_idx" ON "evidence"("launch_id", "item_id");

-- CreateIndex
CREATE INDEX "waivers_launch_id_item_id_idx" ON "waivers"("launch_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_launch_id_key_key" ON "seats"("launch_id", "key");

-- CreateIndex
CREATE INDEX "sign_offs_launch_id_seat_id_at_idx" ON "sign_offs"("launch_id", "seat_id", "at");

-- CreateIndex
CREATE INDEX "conditions_launch_id_sign_off_id_idx" ON "conditions"("launch_id", "sign_off_id");

-- CreateIndex
CREATE INDEX "decisions_launch_id_poll_id_idx" ON "decisions"("launch_id", "poll_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_id_key" ON "events"("id");

-- CreateIndex
CREATE INDEX "events_launch_id_at_idx" ON "events"("launch_id", "at");

-- CreateIndex
CREATE INDEX "events_subjects_idx" ON "events" USING GIN ("subjects");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_id_fkey" FOREIGN KEY ("id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sections" ADD CONSTRAINT "sections_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_launch_id_section_id_fkey" FOREIGN KEY ("launch_id", "section_id") REFERENCES "sections"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_launch_id_section_id_fkey" FOREIGN KEY ("launch_id", "section_id") REFERENCES "sections"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_launch_id_group_id_fkey" FOREIGN KEY ("launch_id", "group_id") REFERENCES "groups"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_launch_id_parent_id_fkey" FOREIGN KEY ("launch_id", "parent_id") REFERENCES "items"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_launch_id_fact_id_fkey" FOREIGN KEY ("launch_id", "fact_id") REFERENCES "facts"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facts" ADD CONSTRAINT "facts_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_launch_id_item_id_fkey" FOREIGN KEY ("launch_id", "item_id") REFERENCES "items"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_launch_id_item_id_fkey" FOREIGN KEY ("launch_id", "item_id") REFERENCES "items"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_launch_id_seat_id_fkey" FOREIGN KEY ("launch_id", "seat_id") REFERENCES "seats"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_launch_id_sign_off_id_fkey" FOREIGN KEY ("launch_id", "sign_off_id") REFERENCES "sign_offs"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_launch_id_poll_id_fkey" FOREIGN KEY ("launch_id", "poll_id") REFERENCES "polls"("launch_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_launch_id_seq_fkey" FOREIGN KEY ("launch_id", "seq") REFERENCES "events"("launch_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say. Words, shapes, "never without a reason", and a history that only grows.

ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_kind" CHECK (kind IN ('setup', 'invite', 'reset'));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK (role IN ('viewer', 'contributor', 'manager'));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invite_has_launch" CHECK (kind <> 'invite' OR (launch_id IS NOT NULL AND role IS NOT NULL));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by" CHECK ((used_at IS NULL) = (used_by IS NULL));

ALTER TABLE "launches" ADD CONSTRAINT "launches_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 64);
ALTER TABLE "launches" ADD CONSTRAINT "launches_go_live" CHECK (go_live ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
ALTER TABLE "launches" ADD CONSTRAINT "launches_next_review" CHECK (next_review ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "launches" ADD CONSTRAINT "launches_phase" CHECK (phase IN ('preparing', 'decided', 'launched', 'closed', 'postponed', 'rolled-back', 'archived'));
ALTER TABLE "launches" ADD CONSTRAINT "launches_poll_rule" CHECK (poll_rule IN ('all', 'any-of-each-team', 'quorum') AND (poll_rule <> 'quorum' OR quorum > 0));
ALTER TABLE "launches" ADD CONSTRAINT "launches_proof" CHECK (proof IN ('required', 'optional'));
ALTER TABLE "launches" ADD CONSTRAINT "launches_counts" CHECK (valid_days >= 0 AND waiver_limit >= 0 AND waiver_days_after >= 0 AND revision >= 0);

ALTER TABLE "members" ADD CONSTRAINT "members_role" CHECK (role IN ('viewer', 'contributor', 'manager'));
ALTER TABLE "sections" ADD CONSTRAINT "sections_proof" CHECK (proof IN ('required', 'optional'));

ALTER TABLE "items" ADD CONSTRAINT "items_window" CHECK ("window" IN ('before', 'final-week', 'launch-day', 'first-24h', 'ongoing'));
ALTER TABLE "items" ADD CONSTRAINT "items_applicability" CHECK (applicability IN ('applies', 'undecided', 'not-applicable'));
ALTER TABLE "items" ADD CONSTRAINT "items_not_applicable_has_reason" CHECK (applicability <> 'not-applicable' OR length(btrim(applicability_reason)) > 0 IS TRUE);
ALTER TABLE "items" ADD CONSTRAINT "items_applicability_by" CHECK (applicability_by IN ('document', 'fact', 'alternative', 'person'));
ALTER TABLE "items" ADD CONSTRAINT "items_work" CHECK (work IN ('todo', 'in-progress', 'blocked', 'done'));
ALTER TABLE "items" ADD CONSTRAINT "items_blocked_has_reason" CHECK ((work = 'blocked') = (length(btrim(work_reason)) > 0 IS TRUE));
ALTER TABLE "items" ADD CONSTRAINT "items_advisory_has_reason" CHECK (required OR length(btrim(required_reason)) > 0 IS TRUE);
ALTER TABLE "items" ADD CONSTRAINT "items_due" CHECK (due ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "items" ADD CONSTRAINT "items_proof" CHECK (proof IN ('required', 'optional') AND valid_days >= 0);
ALTER TABLE "items" ADD CONSTRAINT "items_fact_answer" CHECK ((fact_id IS NULL) = (fact_answer IS NULL));

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind" CHECK (kind IN ('link', 'note', 'file', 'measurement', 'check'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_link_has_address" CHECK (kind <> 'link' OR (url ~ '^https?://') IS TRUE);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_has_hash" CHECK (kind <> 'file' OR file_hash ~ '^[0-9a-f]{64}$' IS TRUE);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_measurement_has_value" CHECK (kind <> 'measurement' OR (value IS NOT NULL AND unit IS NOT NULL));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_outcome" CHECK (outcome IN ('pass', 'fail'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_has_reason" CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

ALTER TABLE "waivers" ADD CONSTRAINT "waivers_state" CHECK (state IN ('requested', 'active', 'refused', 'ended'));
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_has_reason" CHECK (length(btrim(reason)) > 0 AND length(btrim(control)) > 0);
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_decided_by_another" CHECK (state NOT IN ('active', 'refused') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND decided_by IS DISTINCT FROM requested_by));
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_refused_has_reason" CHECK (state <> 'refused' OR length(btrim(decided_reason)) > 0 IS TRUE);

ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_position" CHECK (position IN ('go', 'go-with-conditions', 'no-go', 'abstain'));
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_has_reason" CHECK (position = 'go' OR length(btrim(reason)) > 0 IS TRUE);
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_digest" CHECK (digest ~ '^[0-9a-f]{64}$');
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_met_by" CHECK ((met_at IS NULL) = (met_by IS NULL));
ALTER TABLE "polls" ADD CONSTRAINT "polls_rule" CHECK (rule IN ('all', 'any-of-each-team', 'quorum'));
CREATE UNIQUE INDEX "polls_one_open" ON "polls" (launch_id) WHERE closed_at IS NULL;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_outcome" CHECK (outcome IN ('go', 'no-go', 'postpone') AND verdict IN ('go', 'conditional-go', 'no-go'));
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_against_has_reason" CHECK (NOT against_verdict OR length(btrim(reason)) > 0 IS TRUE);
ALTER TABLE "notes" ADD CONSTRAINT "notes_kind" CHECK (kind IN ('risk', 'exception', 'consideration'));

ALTER TABLE "events" ADD CONSTRAINT "events_seq" CHECK (seq > 0);
ALTER TABLE "events" ADD CONSTRAINT "events_hash" CHECK (hash ~ '^[0-9a-f]{64}$' AND prev ~ '^[0-9a-f]{64}$');
ALTER TABLE "events" ADD CONSTRAINT "events_via" CHECK (via IN ('page', 'cli', 'api', 'seed'));
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_erased" CHECK ((text IS NULL) = (erased_at IS NOT NULL));

-- History only grows. The one thing that may change beside it is a text's erasure.
CREATE FUNCTION readiness_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION readiness_refuse_change();
CREATE TRIGGER "events_no_truncate" BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION readiness_refuse_change();

CREATE FUNCTION readiness_only_erase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.text IS NULL AND NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL
     AND (NEW.launch_id, NEW.seq, NEW.path, NEW.salt) = (OLD.launch_id, OLD.seq, OLD.path, OLD.salt) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a text of the history can only be erased: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "event_texts_only_erase" BEFORE UPDATE OR DELETE ON "event_texts" FOR EACH ROW EXECUTE FUNCTION readiness_only_erase();
CREATE TRIGGER "event_texts_no_truncate" BEFORE TRUNCATE ON "event_texts" FOR EACH STATEMENT EXECUTE FUNCTION readiness_refuse_change();

-- A document once imported stays what it was.
CREATE TRIGGER "documents_append_only" BEFORE UPDATE OR DELETE ON "documents" FOR EACH ROW EXECUTE FUNCTION readiness_refuse_change();
