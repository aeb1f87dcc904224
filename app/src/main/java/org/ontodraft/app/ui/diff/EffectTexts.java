package org.ontodraft.app.ui.diff;

import org.ontodraft.app.service.review.InheritedEffect;
import org.ontodraft.app.ui.common.Texts;

/** What is inherited otherwise, in words. */
final class EffectTexts {
  private EffectTexts() {}

  /** {@code gained, required}. */
  static String of(Texts texts, InheritedEffect effect) {
    String key =
        switch (effect.kind()) {
          case GAINED -> effect.required() ? "gained.required" : "gained";
          case LOST -> effect.required() ? "lost.required" : "lost";
          case NOW_REQUIRED -> "required";
          case NOW_OPTIONAL -> "optional";
        };
    return texts.get("review.effect." + key);
  }
}
