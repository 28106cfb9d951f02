-- The log: one database is one log. Run by migrate.ts in one transaction under an advisory lock; every statement may run again.
-- Text that is compared has collation C: its order is the same everywhere, and comparing bytes is fast.
CREATE SCHEMA IF NOT EXISTS es;
CREATE TABLE IF NOT EXISTS es.log(one bool PRIMARY KEY DEFAULT true CHECK(one), log_id text NOT NULL, log_epoch uuid NOT NULL, created_at timestamptz NOT NULL);
-- `home`: where the log lives, as es.here() says it; a restore, a copy and a promotion change that, and nothing is appended until somebody has said how to go on.
-- `born_as`: the id that the log was begun under, after which its own streams are named; a copy has another id.
ALTER TABLE es.log ADD COLUMN IF NOT EXISTS home text, ADD COLUMN IF NOT EXISTS born_as text;
-- Each way that the log has taken: number n begins at from_pos, and what the way before held from there on, up to lost_to, was given up. The first is number 0.
CREATE TABLE IF NOT EXISTS es.epoch(n int PRIMARY KEY, epoch uuid NOT NULL UNIQUE, from_pos bigint NOT NULL, lost_to bigint NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE IF NOT EXISTS es.streams(stream_id text COLLATE "C" PRIMARY KEY, case_id uuid NOT NULL, version int NOT NULL) WITH (fillfactor=70, autovacuum_vacuum_scale_factor=0.02);
CREATE TABLE IF NOT EXISTS es.events(
  pos bigint PRIMARY KEY,                    -- 1..N, contiguous; position p is leaf p-1 of the Merkle tree
  case_id uuid NOT NULL, stream_id text COLLATE "C" NOT NULL, version int NOT NULL,
  event_id uuid NOT NULL,                    -- UUIDv7 made by the writer
  type text NOT NULL, schema_v smallint NOT NULL,
  data text NOT NULL, meta text NOT NULL,    -- canonical JSON exactly as hashed; jsonb would rewrite it
  recorded_at timestamptz NOT NULL,          -- the writer's clock, in milliseconds; not an order
  leaf_hash bytea NOT NULL,
  UNIQUE(stream_id, version));
CREATE INDEX IF NOT EXISTS events_case ON es.events(case_id, pos);
CREATE INDEX IF NOT EXISTS events_ways ON es.events(pos) WHERE type IN ('audit.log-forked', 'audit.log-copied');   -- a handful; without it the verifier reads the whole log for them
CREATE TABLE IF NOT EXISTS es.command_keys(source text COLLATE "C", key text COLLATE "C", request_mac bytea NOT NULL, stream_id text COLLATE "C" NOT NULL, first_version int NOT NULL,
  n int NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY(source, key));   -- doors only; swept after the retention of the door
CREATE INDEX IF NOT EXISTS command_keys_at ON es.command_keys(at);
CREATE TABLE IF NOT EXISTS es.claims(space text COLLATE "C", value text COLLATE "C", case_id uuid NOT NULL, PRIMARY KEY(space, value)); -- what must be unique: channel number, case number, tracking code
CREATE TABLE IF NOT EXISTS es.clocks(clock_id uuid PRIMARY KEY,            -- UUIDv5(case, kind, causing event): arming again sets the same row; one stream alone arms and settles it
  case_id uuid NOT NULL, kind text NOT NULL, due_at timestamptz NOT NULL, note text NOT NULL) WITH (fillfactor=80, autovacuum_vacuum_scale_factor=0.02);
CREATE INDEX IF NOT EXISTS clocks_due ON es.clocks(due_at, clock_id);       -- only armed clocks are rows; settled ones are history in the log
CREATE TABLE IF NOT EXISTS es.lease(name text PRIMARY KEY, owner text, epoch bigint NOT NULL DEFAULT 0, until timestamptz NOT NULL) WITH (fillfactor=20);
CREATE TABLE IF NOT EXISTS es.relay(one bool PRIMARY KEY DEFAULT true CHECK(one), epoch bigint NOT NULL, pos bigint NOT NULL, leaf_hash bytea NOT NULL) WITH (fillfactor=20);
CREATE TABLE IF NOT EXISTS es.verified(one bool PRIMARY KEY DEFAULT true CHECK(one), size bigint NOT NULL, root bytea NOT NULL);  -- how far a round of verification in the background has come
CREATE TABLE IF NOT EXISTS es.checkpoint(size bigint PRIMARY KEY, root bytea NOT NULL, note text NOT NULL, sealed_at timestamptz NOT NULL);
-- Full tiles of the tree alone, each with its root, which is one hash of the level above. A partial tile is the newest leaf hashes, or roots of the level below: no row.
CREATE TABLE IF NOT EXISTS es.tile(level int, index bigint, hashes bytea NOT NULL, root bytea NOT NULL, PRIMARY KEY(level, index));
ALTER TABLE es.tile DROP COLUMN IF EXISTS width, ADD COLUMN IF NOT EXISTS root bytea NOT NULL, ALTER COLUMN hashes SET STORAGE EXTERNAL;
INSERT INTO es.lease(name, until) VALUES ('relay', '-infinity'), ('seal', '-infinity'), ('clocks', '-infinity'), ('verify', '-infinity') ON CONFLICT DO NOTHING;
INSERT INTO es.relay(epoch, pos, leaf_hash) VALUES (0, 0, '') ON CONFLICT DO NOTHING;

-- Server, database and timeline: a dump in another place has another server or database, a restore to a point in time and a promoted standby another timeline.
CREATE OR REPLACE FUNCTION es.here() RETURNS text LANGUAGE sql VOLATILE SET search_path=pg_catalog, pg_temp AS $$
  SELECT c.system_identifier || '/' || d.oid || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) FROM pg_control_system() c, pg_database d WHERE d.datname = current_database() $$;
-- For the relay, where nothing is known outside that is not here: another timeline of the same database, after a failover, is the log's home again. True where it is.
CREATE OR REPLACE FUNCTION es.promoted() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path=pg_catalog, pg_temp AS $$
BEGIN
  UPDATE es.log SET home = es.here() WHERE home <> es.here() AND left(home, -8) = left(es.here(), -8);
  RETURN (SELECT home = es.here() FROM es.log);
END $$;

-- Stores many commands at once; one outcome each: appended, duplicate, key_reused, taken, conflict, or again (an earlier command of the same call names its stream,
-- key or claim: send it in the next call). Call it once in a transaction, last. A statement that has nothing to do is skipped: each costs as much as 20 events.
CREATE OR REPLACE FUNCTION es.append_batch(
  c_stream text[], c_case uuid[], c_expected int[], c_n int[], c_src text[], c_key text[], c_mac bytea[],      -- one row a command
  e_cmd int[], e_id uuid[], e_type text[], e_sv smallint[], e_data text[], e_meta text[], e_at timestamptz[], e_leaf bytea[],
  u_cmd int[], u_space text[], u_value text[],                                                                   -- claims
  k_cmd int[], k_id uuid[], k_kind text[], k_due timestamptz[], k_note text[])                                   -- clocks: k_due null settles
RETURNS TABLE(cmd int, outcome text, first_version int, last_pos bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path=pg_catalog, pg_temp
SET enable_seqscan=off SET enable_mergejoin=off SET plan_cache_mode=force_generic_plan AS $$              -- else a plan made while the tables were empty stays
DECLARE
  v_count int := cardinality(c_stream); v_keyed bool := array_remove(c_key, NULL) <> '{}'; v_claiming bool := cardinality(u_cmd) > 0; v_distinct int := 1;
  v_base bigint; v_ok int[]; v_new int[]; v_made text[]; v_dup int[] := '{}'; v_mis int[] := '{}'; v_taken int[] := '{}'; v_again int[] := '{}'; v_out int[];
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN RAISE EXCEPTION 'append_batch needs READ COMMITTED'; END IF;
  IF current_setting('synchronous_commit') = 'off' THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;   -- else what is visible, and published, could be lost
  IF (SELECT home FROM es.log) IS DISTINCT FROM es.here() THEN RAISE EXCEPTION 'the log does not live here: it was restored, copied or promoted' USING ERRCODE = '55000'; END IF;
  IF (SELECT array_agg(x.n ORDER BY x.e) IS DISTINCT FROM c_n OR min(x.e) IS DISTINCT FROM 1 OR max(x.e) IS DISTINCT FROM v_count
      FROM (SELECT e, count(*)::int AS n FROM unnest(e_cmd) AS e GROUP BY e) x) THEN
    RAISE EXCEPTION 'a command needs at least one event, and as many as it says';   -- else positions would gap
  END IF;
  IF v_count > 1 THEN SELECT count(DISTINCT s COLLATE "C") INTO v_distinct FROM unnest(c_stream) AS s; END IF;
  IF v_distinct < v_count OR v_keyed OR v_claiming THEN
    SELECT coalesce(array_agg(DISTINCT x.c), '{}') INTO v_again FROM (
      SELECT ord::int AS c, row_number() OVER (PARTITION BY sid COLLATE "C" ORDER BY ord) AS r FROM unnest(c_stream) WITH ORDINALITY AS t(sid, ord) WHERE v_distinct < v_count
      UNION ALL SELECT ord::int, row_number() OVER (PARTITION BY src COLLATE "C", key COLLATE "C" ORDER BY ord) FROM unnest(c_src, c_key) WITH ORDINALITY AS t(src, key, ord) WHERE key IS NOT NULL
      UNION ALL SELECT uc, dense_rank() OVER (PARTITION BY sp COLLATE "C", va COLLATE "C" ORDER BY uc) FROM unnest(u_cmd, u_space, u_value) AS t(uc, sp, va)) x WHERE x.r > 1;
  END IF;
  IF v_keyed THEN     -- the same key with the same request is a repetition, with another request a misuse
    SELECT coalesce(array_agg(c.ord::int) FILTER (WHERE d.request_mac = c.mac), '{}'), coalesce(array_agg(c.ord::int) FILTER (WHERE d.request_mac <> c.mac), '{}')
      INTO v_dup, v_mis FROM unnest(c_src, c_key, c_mac) WITH ORDINALITY AS c(src, key, mac, ord) JOIN es.command_keys d ON d.source = c.src AND d.key = c.key;
  END IF;
  IF v_claiming THEN
    SELECT coalesce(array_agg(DISTINCT u.c), '{}') INTO v_taken FROM unnest(u_cmd, u_space, u_value) AS u(c, sp, va) JOIN es.claims k ON k.space = u.sp AND k.value = u.va
      WHERE NOT (u.c = ANY(v_dup));
  END IF;
  v_out := v_again || v_dup || v_mis || v_taken;
  -- Existing streams first, locked in order, then new ones in order: two calls never wait for each other in a circle.
  IF 0 < ANY(c_expected) THEN
    IF v_count > 1 THEN
      PERFORM 1 FROM unnest(c_stream, c_expected) AS c(sid, exp) JOIN es.streams s ON s.stream_id = c.sid WHERE c.exp > 0 ORDER BY s.stream_id FOR UPDATE OF s;
    END IF;
    WITH upd AS (
      UPDATE es.streams s SET version = s.version + c.n FROM unnest(c_stream, c_case, c_expected, c_n) WITH ORDINALITY AS c(sid, cid, exp, n, ord)
      WHERE c.exp > 0 AND s.stream_id = c.sid AND s.version = c.exp AND s.case_id = c.cid AND NOT (c.ord = ANY(v_out)) RETURNING c.ord::int)
    SELECT array_agg(ord) INTO v_ok FROM upd;
  END IF;
  IF 0 = ANY(c_expected) THEN
    SELECT array_agg(ord::int) INTO v_new FROM unnest(c_expected) WITH ORDINALITY AS c(exp, ord) WHERE exp = 0 AND NOT (ord = ANY(v_out));
    WITH ins AS (
      INSERT INTO es.streams(stream_id, case_id, version) SELECT sid, cid, n FROM unnest(c_stream, c_case, c_n) WITH ORDINALITY AS c(sid, cid, n, ord)
      JOIN unnest(v_new) AS k(ord) ON k.ord = c.ord ORDER BY sid COLLATE "C" ON CONFLICT DO NOTHING RETURNING stream_id)
    SELECT array_agg(stream_id) INTO v_made FROM ins;
    IF cardinality(v_made) < cardinality(v_new) OR v_made IS NULL THEN       -- a join of the two sets would cost a full batch n * n comparisons each time
      SELECT array_agg(c.ord::int) INTO v_new FROM unnest(c_stream) WITH ORDINALITY AS c(sid, ord) JOIN unnest(v_new) AS k(ord) ON k.ord = c.ord WHERE c.sid = ANY(v_made);
    END IF;
    v_ok := v_ok || v_new;
  END IF;
  IF v_ok IS NOT NULL THEN
    IF v_keyed THEN
      INSERT INTO es.command_keys(source, key, request_mac, stream_id, first_version, n)
        SELECT c.src, c.key, c.mac, c.sid, c.exp + 1, c.n FROM unnest(c_src, c_key, c_mac, c_stream, c_expected, c_n) WITH ORDINALITY AS c(src, key, mac, sid, exp, n, ord)
        JOIN unnest(v_ok) AS k(ord) ON k.ord = c.ord WHERE c.key IS NOT NULL ORDER BY c.src COLLATE "C", c.key COLLATE "C";
    END IF;
    IF v_claiming THEN
      INSERT INTO es.claims(space, value, case_id) SELECT DISTINCT u.sp COLLATE "C", u.va COLLATE "C", c.cid FROM unnest(u_cmd, u_space, u_value) AS u(c, sp, va)
        JOIN unnest(v_ok) AS k(ord) ON k.ord = u.c JOIN unnest(c_case) WITH ORDINALITY AS c(cid, ord) ON c.ord = u.c ORDER BY 1, 2;
    END IF;
    IF cardinality(k_cmd) > 0 THEN
      WITH k AS MATERIALIZED (                                               -- a clock named twice: its last entry holds
        SELECT DISTINCT ON (k.id) k.id, c.cid, k.kind, k.due, k.note FROM unnest(k_cmd, k_id, k_kind, k_due, k_note) WITH ORDINALITY AS k(c, id, kind, due, note, ord)
        JOIN unnest(v_ok) AS g(ord) ON g.ord = k.c JOIN unnest(c_case) WITH ORDINALITY AS c(cid, ord) ON c.ord = k.c ORDER BY k.id, k.ord DESC),
      settled AS (DELETE FROM es.clocks x USING k WHERE k.due IS NULL AND x.clock_id = k.id)
      INSERT INTO es.clocks(clock_id, case_id, kind, due_at, note) SELECT k.id, k.cid, k.kind, k.due, k.note FROM k WHERE k.due IS NOT NULL ORDER BY 1
        ON CONFLICT (clock_id) DO UPDATE SET due_at = excluded.due_at, note = excluded.note;
    END IF;
    PERFORM pg_advisory_xact_lock(727001);                                   -- the only global critical section: from here to COMMIT
    SELECT e.pos INTO v_base FROM es.events e ORDER BY e.pos DESC LIMIT 1;   -- a fresh snapshot for each statement
    v_base := coalesce(v_base, 0);
    INSERT INTO es.events(pos, case_id, stream_id, version, event_id, type, schema_v, data, meta, recorded_at, leaf_hash)
      SELECT v_base + row_number() OVER (ORDER BY u.c, u.ord), c.cid, c.sid, c.exp + row_number() OVER (PARTITION BY u.c ORDER BY u.ord), u.id, u.t, u.sv, u.d, u.m, u.at, u.h
      FROM unnest(e_cmd, e_id, e_type, e_sv, e_data, e_meta, e_at, e_leaf) WITH ORDINALITY AS u(c, id, t, sv, d, m, at, h, ord)
      JOIN unnest(v_ok) AS g(ord) ON g.ord = u.c JOIN unnest(c_stream, c_case, c_expected) WITH ORDINALITY AS c(sid, cid, exp, ord) ON c.ord = u.c;
    IF cardinality(v_ok) = v_count THEN
      RETURN QUERY SELECT c.ord::int, 'appended', c.exp + 1, v_base + sum(c.n) OVER (ORDER BY c.ord) FROM unnest(c_expected, c_n) WITH ORDINALITY AS c(exp, n, ord);
      RETURN;
    END IF;
  END IF;
  RETURN QUERY SELECT c.ord::int,
      CASE WHEN g.ord IS NOT NULL THEN 'appended' WHEN c.ord::int = ANY(v_again) THEN 'again'
           WHEN d.request_mac = c.mac THEN 'duplicate' WHEN d.request_mac IS NOT NULL THEN 'key_reused'              -- also where the first try was still in flight above
           WHEN c.ord::int = ANY(v_taken) THEN 'taken' ELSE 'conflict' END,
      CASE WHEN g.ord IS NOT NULL THEN c.exp + 1 ELSE d.first_version END,
      CASE WHEN g.ord IS NOT NULL THEN v_base + sum(c.n) FILTER (WHERE g.ord IS NOT NULL) OVER (ORDER BY c.ord) END
    FROM unnest(c_expected, c_n, c_src, c_key, c_mac) WITH ORDINALITY AS c(exp, n, src, key, mac, ord)
    LEFT JOIN unnest(v_ok) AS g(ord) ON g.ord = c.ord
    LEFT JOIN es.command_keys d ON d.source = c.src AND d.key = c.key AND g.ord IS NULL ORDER BY 1;
END $$;

-- For consumers, whose COMMIT is already on its way: SELECT es.all_appended(array_agg(outcome)) FROM es.append_batch(...) rolls back unless everything was stored.
CREATE OR REPLACE FUNCTION es.all_appended(outcomes text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN IF 'appended' <> ANY(outcomes) THEN RAISE EXCEPTION 'not appended: %', outcomes USING ERRCODE = '40001'; END IF; END $$;

-- Forgets keys older than the retention of the door, at most 10,000 a call; answers how many.
CREATE OR REPLACE FUNCTION es.sweep_command_keys(before timestamptz) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path=pg_catalog, pg_temp AS $$
DECLARE v_swept int;
BEGIN
  DELETE FROM es.command_keys k USING (SELECT source, key FROM es.command_keys WHERE at < before ORDER BY at LIMIT 10000 FOR UPDATE SKIP LOCKED) o
    WHERE k.source = o.source AND k.key = o.key;
  GET DIAGNOSTICS v_swept = ROW_COUNT;
  RETURN v_swept;
END $$;

CREATE OR REPLACE FUNCTION es.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is refused: the log is append-only', TG_OP USING ERRCODE = '42501'; END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es.events FOR EACH STATEMENT EXECUTE FUNCTION es.append_only();
ALTER TABLE es.events ENABLE ALWAYS TRIGGER append_only;   -- also for a session that plays the replica
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION es.append_only();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es.epoch FOR EACH STATEMENT EXECUTE FUNCTION es.append_only();
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON es.tile FOR EACH STATEMENT EXECUTE FUNCTION es.append_only();

-- The services' role: reads everything, writes events only through append_batch. A role belongs to the whole server, so another database may just be creating it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'anxin_app') THEN CREATE ROLE anxin_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA es FROM PUBLIC;
GRANT USAGE ON SCHEMA es TO anxin_app;
GRANT SELECT ON ALL TABLES IN SCHEMA es TO anxin_app;
GRANT INSERT, UPDATE ON es.lease, es.verified TO anxin_app;
GRANT UPDATE ON es.relay TO anxin_app;
GRANT INSERT ON es.checkpoint, es.tile TO anxin_app;
REVOKE UPDATE ON es.tile FROM anxin_app;
GRANT EXECUTE ON FUNCTION es.append_batch, es.all_appended, es.sweep_command_keys, es.here, es.promoted TO anxin_app;
