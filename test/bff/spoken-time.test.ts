import { spokenDay, spokenInstant } from '../../bff/spoken-time';

const now = new Date('2026-11-22T16:30:00+08:00');
