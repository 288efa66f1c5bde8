/** When letters to provinces go out, and what they may hold. */

/** A mail that could not be delivered is tried again after so many minutes, the last of them again and again … */
export const retryMinutes = [1, 5, 15, 60, 180, 360] as const;

/** … until it has waited for so long; then it is put where staff see it. */
export const giveUpAfterHours = 48;

/** A delivery that takes longer is broken off, and tried again. In seconds. */
export const longestDelivery = 240;

/** How often it is looked whether there is something to send, in milliseconds. */
export const mailEvery = 60_000;

/** A verdict waits so many minutes at most for the checks that other files have a part in. */
export const settleMinutes = 10;

/** Of so many reports a day a province is told by itself; of more than these, only when somebody asks (`mail --period`). */
export const mostReportsADay = 20;

/** Provinces that owe something are reminded so many days before the due date, and again so many days after it. */
export const remindDays = { before: 5, after: 1 } as const;

/**
 * A report card looks back over so many quarters, is sent for a period that was closed at most so many days ago, and says how
 * the nation did where so many provinces have reported.
 */
export const card = { quarters: 8, closedDays: 30, fewestCompared: 5 } as const;

/** A larger file is not attached: many mail servers take no more, and base64 adds a third. */
export const largestAttachment = 7 * 1024 * 1024;

/** So many points of one group stand in a letter; the others are in the attached file. */
export const mostPoints = 30;

/** Cities on the level of a province, by their names; the others are `tỉnh`. */
export const cities: readonly string[] = ['Hà Nội', 'Hải Phòng', 'Huế', 'Đà Nẵng', 'TP. Hồ Chí Minh', 'Cần Thơ'];

/** Who signs. */
export const signature = ['Bộ phận tổng hợp báo cáo', 'Liên minh Hợp tác xã Việt Nam'] as const;
