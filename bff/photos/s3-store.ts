import type { S3Client } from '@aws-sdk/client-s3';
import type { PhotoStorage } from '../config';
import { keyParts, type PhotoStore } from './photo-store';

type Bucket = NonNullable<PhotoStorage['s3']>;

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;

/** Photos in a bucket of any S3-compatible service. Nobody but this server reads it: addresses are signed and answered here. */
export async function createS3Store(bucket: Bucket): Promise<PhotoStore & { close(): void }> {
  // Loaded here, because an installation without a bucket should not carry the library in its memory.
  const sdk = await import('@aws-sdk/client-s3');
  const client: S3Client = new sdk.S3Client({
    endpoint: bucket.endpoint,
    region: bucket.region,
    forcePathStyle: bucket.pathStyle,
    credentials: { accessKeyId: bucket.accessKeyId, secretAccessKey: bucket.secretAccessKey },
    maxAttempts: 3,
    // Checksums beyond the protocol's own are refused by many compatible services, and what is stored carries its own tag.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  });

  const placeOf = (key: string) => {
    const { id, file } = keyParts(key);
    // The end of an id is random, so that keys spread over the bucket's partitions.
    return { Bucket: bucket.bucket, Key: `${id.slice(-2)}/${id}-${file}` };
  };

  return {
    async put(key, bytes) {
      await client.send(
        new sdk.PutObjectCommand({
          ...placeOf(key),
          Body: bytes,
          ContentLength: bytes.length,
          ContentType: 'application/octet-stream',
        }),
      );
    },
    async get(key) {
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand(placeOf(key)));
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new sdk.DeleteObjectCommand(placeOf(key)));
    },
    close: () => client.destroy(),
  };
}
