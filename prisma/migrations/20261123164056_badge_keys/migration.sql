-- CreateTable
CREATE TABLE "badge_keys" (
    "id" UUID NOT NULL,
    "launch_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "badge_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "badge_keys_key_hash_key" ON "badge_keys"("key_hash");

-- CreateIndex
CREATE INDEX "badge_keys_launch_id_idx" ON "badge_keys"("launch_id");

-- CreateIndex
CREATE INDEX "badge_keys_created_by_idx" ON "badge_keys"("created_by");

-- AddForeignKey
ALTER TABLE "badge_keys" ADD CONSTRAINT "badge_keys_launch_id_fkey" FOREIGN KEY ("launch_id") REFERENCES "launches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badge_keys" ADD CONSTRAINT "badge_keys_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A SHA-256 in hex and never the key itself; no key without an end.
ALTER TABLE "badge_keys" ADD CONSTRAINT "badge_keys_hash" CHECK (key_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "badge_keys" ADD CONSTRAINT "badge_keys_end" CHECK (expires_at > created_at);
