package org.ontodraft.app.bootstrap;

import java.util.Arrays;
import java.util.List;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.persistence.StoreNotice;

/** What was put right when a store opened, for people. */
final class StoreNotices {
  private StoreNotices() {}

  static List<StoreFinding> of(List<StoreNotice> notices) {
    return notices.stream().map(StoreNotices::of).toList();
  }

  private static StoreFinding of(StoreNotice notice) {
    return switch (notice) {
      case StoreNotice.ImportsCleared cleared -> finding("STORE-20", cleared.count());
      case StoreNotice.TornJournalEnd torn -> finding("STORE-21", torn.keptIn());
      case StoreNotice.JournalDamaged damaged ->
          finding("STORE-22", damaged.keptIn(), damaged.saved());
      case StoreNotice.JournalLost _ -> finding("STORE-23");
      case StoreNotice.DatabaseRebuilt rebuilt ->
          finding("STORE-24", rebuilt.keptIn(), rebuilt.reason());
      case StoreNotice.DraftsBroughtBack brought ->
          finding("STORE-25", brought.titles().size(), String.join(", ", brought.titles()));
      case StoreNotice.CopyDamaged copy -> finding("STORE-26", copy.file());
    };
  }

  private static StoreFinding finding(String code, Object... arguments) {
    return new StoreFinding(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
