package org.ontodraft.app.bootstrap;

import org.ontodraft.app.service.Refusal;
import org.ontodraft.persistence.store.StoreRefusal;

/** Why a store was refused, for people. */
final class StoreRefusals {
  private StoreRefusals() {}

  static Refusal of(StoreRefusal refusal) {
    return switch (refusal) {
      case StoreRefusal.NewerVersion newer ->
          Refusal.of("STORE-01", newer.folder(), newer.found(), newer.known());
      case StoreRefusal.InUse inUse -> Refusal.of("STORE-02", inUse.folder());
      case StoreRefusal.Damaged damaged -> Refusal.of("STORE-03", damaged.file(), damaged.reason());
      case StoreRefusal.Unwritable unwritable ->
          Refusal.of("STORE-04", unwritable.folder(), unwritable.reason());
      case StoreRefusal.UpgradeFailed failed ->
          Refusal.of("STORE-05", failed.folder(), failed.reason());
    };
  }
}
