/** A cover as it was sold, as far as the rules look at it. */
export interface SoldCover {
  code: string;
  name: string;
  sumInsuredFen: number | null;
  /** Seats, days or times, where the cover counts them. */
  units: number | null;
  deductiblePercent: number;
}

export interface SoldPolicy {
  startsAt: Date;
  endsAt: Date;
  coverages: readonly SoldCover[];
}
