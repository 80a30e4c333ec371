/** Ids of events, reports and decisions: UUIDv7 (RFC 9562), so that they sort by the time they were made. */
import { v7 } from 'uuid';

/** A new UUIDv7. */
export const newId = (): string => v7();

/** The `source` of every event of one installation (CloudEvents `source`, a URI-reference). */
export const installationSource = (installationId: string): string => `urn:countersign:installation:${installationId}`;
