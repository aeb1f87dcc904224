package org.ontodraft.app.service.settings;

import java.util.function.UnaryOperator;
import org.ontodraft.app.state.Observed;

/** Keeps the settings. */
public interface SettingsService {
  /** The present settings. */
  Observed<Settings> settings();

  /** Changes them and writes the file in the background of the calling task. Blocking. */
  void update(UnaryOperator<Settings> change);
}
