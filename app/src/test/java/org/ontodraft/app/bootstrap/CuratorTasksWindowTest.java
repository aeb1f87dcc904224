package org.ontodraft.app.bootstrap;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.bootstrap.Curator.Hands;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.ui.testing.FxTest;

/** A curator's day in the real window by keys alone; {@link CuratorDay} has it by mouse as well. */
@ExtendWith(FxTest.class)
class CuratorTasksWindowTest {
  @TempDir Path folder;

  @Test
  void on_the_sample() throws Exception {
    CuratorDay.live(folder, new OpenRequest.Sample(), Hands.KEYS);
  }
}
