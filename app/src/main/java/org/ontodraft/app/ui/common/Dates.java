package org.ontodraft.app.ui.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people say them: {@code today, 14:06}, {@code 3 Nov}. Any thread. */
public final class Dates {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final Texts texts;
  private final Clock clock;

  /** As seen from this clock's time and zone. */
  public Dates(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** The day, with the time when it is today. */
  public String moment(Instant instant) {
    return isToday(instant) ? texts.get("date.today", TIME.format(at(instant))) : day(instant);
  }

  /** The day: {@code today}, {@code yesterday}, {@code 3 Nov}, {@code 3 Nov 2024}. */
  public String day(Instant instant) {
    LocalDate day = at(instant).toLocalDate();
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return texts.get("date.day.today");
    }
    if (day.equals(today.minusDays(1))) {
      return texts.get("date.day.yesterday");
    }
    return day.getYear() == today.getYear() ? DAY.format(day) : DAY_AND_YEAR.format(day);
  }

  /** The time of day to the second. */
  public String seconds(Instant instant) {
    return SECONDS.format(at(instant));
  }

  private boolean isToday(Instant instant) {
    return at(instant).toLocalDate().equals(LocalDate.now(clock));
  }

  private ZonedDateTime at(Instant instant) {
    return instant.atZone(clock.getZone());
  }
}
