-- AlterTable
ALTER TABLE "items" ADD COLUMN     "in_scope_at" TIMESTAMPTZ(3),
ADD COLUMN     "proof_at" TIMESTAMPTZ(3),
ADD COLUMN     "work_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "launches" ADD COLUMN     "go_lives" JSONB,
ADD COLUMN     "proof_at" TIMESTAMPTZ(3),
ADD COLUMN     "proof_reason" TEXT;

-- AlterTable
ALTER TABLE "sections" ADD COLUMN     "proof_at" TIMESTAMPTZ(3),
ADD COLUMN     "proof_reason" TEXT;

-- AlterTable
ALTER TABLE "waivers" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);
