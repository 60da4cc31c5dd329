-- CreateTable
CREATE TABLE "bookmarks" (
    "launch_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bookmarks_pkey" PRIMARY KEY ("launch_id","user_id")
);

-- CreateIndex
CREATE INDEX "bookmarks_user_id_idx" ON "bookmarks"("user_id");

-- AddForeignKey
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Somebody who has looked has seen at least how the launch began.
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_seq" CHECK (seq >= 1);

-- Whoever has signed had seen everything up to then.
INSERT INTO "bookmarks" (launch_id, user_id, seq, at)
SELECT DISTINCT ON (e.launch_id, e.actor_id) e.launch_id, e.actor_id, e.seq, e.at
  FROM "events" e JOIN "users" u ON u.id = e.actor_id AND u.disabled_at IS NULL
 WHERE e.kind = 'seat.signed'
 ORDER BY e.launch_id, e.actor_id, e.seq DESC;
