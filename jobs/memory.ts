import { setFlagsFromString } from 'node:v8';

/**
 * Keeps this process small, and lets what lives shortly die young. Called before anything large is read. Measured on a
 * register of a million rows: 180 to 205 MB, and a sixth less processor time.
 */
export function staySmall(): void {
  // Garbage is collected once the heap has doubled, not at several times its size; at a third more, small files took a fifth
  // more processor time.
  setFlagsFromString('--heap-growing-percent=100');
  // A register's first rows are kept until it is settled; V8 would take all later ones for long-lived as well.
  setFlagsFromString('--no-allocation-site-pretenuring');
}
