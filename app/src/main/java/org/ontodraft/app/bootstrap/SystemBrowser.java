package org.ontodraft.app.bootstrap;

import java.net.URI;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.WebPages;

/** The browser that the desktop has chosen. */
final class SystemBrowser implements WebPages {
  private final TaskRunner tasks;
  private final HostServices host;

  SystemBrowser(TaskRunner tasks) {
    this.tasks = tasks;
    this.host =
        new Application() {
          @Override
          public void start(Stage stage) {
            throw new IllegalStateException("stands for the program's host only");
          }
        }.getHostServices();
  }

  @Override
  public void show(URI page) {
    // Looking for a browser starts processes and waits for them.
    tasks.start(
        BackgroundTask.of(
            "browser",
            progress -> {
              host.showDocument(page.toString());
              return page;
            }));
  }
}
