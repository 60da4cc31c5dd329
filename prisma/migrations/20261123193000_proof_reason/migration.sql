-- AlterTable
ALTER TABLE "items" ADD COLUMN     "proof_reason" TEXT;
