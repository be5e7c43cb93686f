import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, files, homework, mistakes: everything that the loop keeps. */
export class Initial1763900000000 implements MigrationInterface {
  name = 'Initial1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE review_log, profile, mistake, login_session, login_identity, item_event, item, idempotent_write, guardian_link, grading_run, homework_page, homework, file, credential, account`,
    );
  }
}

const TABLES = [
  `CREATE TABLE account (
      id uuid NOT NULL,
      role text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      disabled_at timestamptz,
      CONSTRAINT pk_account PRIMARY KEY (id)
    )`,
  `CREATE TABLE credential (
      account_id uuid NOT NULL,
      password_hash text NOT NULL,
      changed_at timestamptz NOT NULL,
      CONSTRAINT pk_credential PRIMARY KEY (account_id)
    )`,
  `CREATE TABLE file (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      purpose text NOT NULL,
      mime text NOT NULL,
      width integer NOT NULL,
      height integer NOT NULL,
      bytes integer NOT NULL,
      sha256 bytea NOT NULL,
      storage_key text NOT NULL,
      thumbnail_key text NOT NULL,
      client_key uuid NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT pk_file PRIMARY KEY (student_id, id)
    )`,
  `CREATE UNIQUE INDEX ux_file_client_key ON file (student_id, client_key)`,
  `CREATE TABLE homework (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      subject text NOT NULL,
      title text,
      status text NOT NULL,
      judged_count integer NOT NULL DEFAULT 0,
      correct_count integer NOT NULL DEFAULT 0,
      item_count integer NOT NULL DEFAULT 0,
      page_count smallint NOT NULL,
      client_key uuid NOT NULL,
      body_hash bytea NOT NULL,
      created_at timestamptz NOT NULL,
      graded_at timestamptz,
      CONSTRAINT pk_homework PRIMARY KEY (student_id, id)
    )`,
  `CREATE UNIQUE INDEX ux_homework_client_key ON homework (student_id, client_key)`,
  `CREATE INDEX ix_homework_created ON homework (student_id, created_at)`,
  `CREATE TABLE homework_page (
      student_id uuid NOT NULL,
      homework_id uuid NOT NULL,
      n smallint NOT NULL,
      file_id uuid NOT NULL,
      status text NOT NULL,
      problem text,
      claim_token uuid,
      claimed_at timestamptz,
      queued_at timestamptz NOT NULL,
      enqueued_at timestamptz,
      failed_runs smallint NOT NULL DEFAULT 0,
      graded_at timestamptz,
      CONSTRAINT pk_homework_page PRIMARY KEY (student_id, homework_id, n)
    )`,
  `CREATE INDEX ix_homework_page_file ON homework_page (student_id, file_id)`,
  `CREATE INDEX ix_homework_page_waiting ON homework_page (student_id, queued_at) WHERE status IN ('queued', 'grading')`,
  `CREATE INDEX ix_homework_page_open ON homework_page (queued_at) WHERE status IN ('queued', 'grading')`,
  `CREATE TABLE grading_run (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      homework_id uuid NOT NULL,
      page smallint NOT NULL,
      grader text NOT NULL,
      problem text,
      item_count integer NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz NOT NULL,
      CONSTRAINT pk_grading_run PRIMARY KEY (student_id, id)
    )`,
  `CREATE INDEX ix_grading_run_page ON grading_run (student_id, homework_id, page)`,
  `CREATE TABLE guardian_link (
      guardian_id uuid NOT NULL,
      student_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_guardian_link PRIMARY KEY (guardian_id, student_id)
    )`,
  `CREATE INDEX ix_guardian_link_student ON guardian_link (student_id)`,
  `CREATE TABLE idempotent_write (
      account_id uuid NOT NULL,
      key uuid NOT NULL,
      body_hash bytea NOT NULL,
      answer jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_idempotent_write PRIMARY KEY (account_id, key)
    )`,
  `CREATE INDEX ix_idempotent_write_created ON idempotent_write (created_at)`,
  `CREATE TABLE item (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      homework_id uuid NOT NULL,
      page smallint NOT NULL,
      position smallint NOT NULL,
      box_x integer NOT NULL,
      box_y integer NOT NULL,
      box_w integer NOT NULL,
      box_h integer NOT NULL,
      text text NOT NULL,
      question text NOT NULL,
      verdict text NOT NULL,
      student_answer text,
      expected text,
      confidence real NOT NULL,
      cause text,
      redo_tries smallint NOT NULL DEFAULT 0,
      corrected_at timestamptz,
      CONSTRAINT pk_item PRIMARY KEY (student_id, id)
    )`,
  `CREATE UNIQUE INDEX ux_item_position ON item (student_id, homework_id, page, position)`,
  `CREATE TABLE item_event (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      item_id uuid NOT NULL,
      kind text NOT NULL,
      answer text NOT NULL,
      verdict text NOT NULL,
      actor_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT pk_item_event PRIMARY KEY (student_id, id)
    )`,
  `CREATE INDEX ix_item_event_item ON item_event (student_id, item_id)`,
  `CREATE TABLE login_identity (
      kind text NOT NULL,
      value text NOT NULL,
      account_id uuid NOT NULL,
      CONSTRAINT pk_login_identity PRIMARY KEY (kind, value)
    )`,
  `CREATE INDEX ix_login_identity_account ON login_identity (account_id)`,
  `CREATE TABLE login_session (
      account_id uuid NOT NULL,
      id uuid NOT NULL,
      client_type text NOT NULL,
      token_hash bytea NOT NULL,
      previous_hash bytea,
      successor_sealed bytea,
      rotated_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      CONSTRAINT pk_login_session PRIMARY KEY (account_id, id)
    )`,
  `CREATE INDEX ix_login_session_revoked ON login_session (revoked_at) WHERE revoked_at IS NOT NULL`,
  `CREATE TABLE mistake (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      source text NOT NULL,
      subject text NOT NULL,
      question text,
      student_answer text,
      expected text,
      expected_shown_at timestamptz,
      cause text,
      knowledge_points text[] NOT NULL DEFAULT '{}',
      homework_id uuid,
      item_id uuid,
      file_id uuid,
      box_x integer,
      box_y integer,
      box_w integer,
      box_h integer,
      due_at timestamptz NOT NULL,
      stability double precision NOT NULL DEFAULT 0,
      difficulty double precision NOT NULL DEFAULT 0,
      review_count integer NOT NULL DEFAULT 0,
      lapses integer NOT NULL DEFAULT 0,
      last_reviewed_at timestamptz,
      client_key uuid,
      body_hash bytea,
      created_at timestamptz NOT NULL,
      deleted_at timestamptz,
      CONSTRAINT pk_mistake PRIMARY KEY (student_id, id)
    )`,
  `CREATE INDEX ix_mistake_due ON mistake (student_id, due_at, stability, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_mistake_kept ON mistake (student_id, id) WHERE deleted_at IS NULL`,
  `CREATE UNIQUE INDEX ux_mistake_client_key ON mistake (student_id, client_key) WHERE client_key IS NOT NULL`,
  `CREATE UNIQUE INDEX ux_mistake_item ON mistake (student_id, item_id) WHERE item_id IS NOT NULL`,
  `CREATE TABLE profile (
      account_id uuid NOT NULL,
      nickname text NOT NULL,
      school_year smallint,
      birth_month text,
      time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
      review_minutes smallint NOT NULL DEFAULT '15',
      CONSTRAINT pk_profile PRIMARY KEY (account_id)
    )`,
  `CREATE TABLE review_log (
      student_id uuid NOT NULL,
      id uuid NOT NULL,
      mistake_id uuid NOT NULL,
      rating text NOT NULL,
      reviewed_at timestamptz NOT NULL,
      claimed_at timestamptz NOT NULL,
      received_at timestamptz NOT NULL,
      student_answer text,
      time_spent_ms integer,
      due_at timestamptz NOT NULL,
      stability double precision NOT NULL,
      difficulty double precision NOT NULL,
      body_hash bytea NOT NULL,
      CONSTRAINT pk_review_log PRIMARY KEY (student_id, id)
    )`,
  `CREATE INDEX ix_review_log_time ON review_log (student_id, reviewed_at)`,
  `CREATE INDEX ix_review_log_mistake ON review_log (student_id, mistake_id, reviewed_at)`,
  `ALTER TABLE credential
      ADD CONSTRAINT fk_credential_account FOREIGN KEY (account_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE file
      ADD CONSTRAINT fk_file_student FOREIGN KEY (student_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE homework
      ADD CONSTRAINT fk_homework_student FOREIGN KEY (student_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE homework_page
      ADD CONSTRAINT fk_homework_page_homework FOREIGN KEY (student_id, homework_id)
      REFERENCES homework(student_id,id) ON DELETE CASCADE`,
  `ALTER TABLE homework_page
      ADD CONSTRAINT fk_homework_page_file FOREIGN KEY (student_id, file_id)
      REFERENCES file(student_id,id)`,
  `ALTER TABLE grading_run
      ADD CONSTRAINT fk_grading_run_page FOREIGN KEY (student_id, homework_id, page)
      REFERENCES homework_page(student_id,homework_id,n) ON DELETE CASCADE`,
  `ALTER TABLE guardian_link
      ADD CONSTRAINT fk_guardian_link_guardian FOREIGN KEY (guardian_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE guardian_link
      ADD CONSTRAINT fk_guardian_link_student FOREIGN KEY (student_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE idempotent_write
      ADD CONSTRAINT fk_idempotent_write_account FOREIGN KEY (account_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE item
      ADD CONSTRAINT fk_item_page FOREIGN KEY (student_id, homework_id, page)
      REFERENCES homework_page(student_id,homework_id,n) ON DELETE CASCADE`,
  `ALTER TABLE item_event
      ADD CONSTRAINT fk_item_event_item FOREIGN KEY (student_id, item_id)
      REFERENCES item(student_id,id) ON DELETE CASCADE`,
  `ALTER TABLE login_identity
      ADD CONSTRAINT fk_login_identity_account FOREIGN KEY (account_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE login_session
      ADD CONSTRAINT fk_login_session_account FOREIGN KEY (account_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE mistake
      ADD CONSTRAINT fk_mistake_student FOREIGN KEY (student_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE mistake
      ADD CONSTRAINT fk_mistake_file FOREIGN KEY (student_id, file_id)
      REFERENCES file(student_id,id)`,
  `ALTER TABLE profile
      ADD CONSTRAINT fk_profile_account FOREIGN KEY (account_id)
      REFERENCES account(id) ON DELETE CASCADE`,
  `ALTER TABLE review_log
      ADD CONSTRAINT fk_review_log_mistake FOREIGN KEY (student_id, mistake_id)
      REFERENCES mistake(student_id,id) ON DELETE CASCADE`,
];
