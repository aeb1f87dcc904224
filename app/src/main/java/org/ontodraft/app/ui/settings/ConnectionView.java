package org.ontodraft.app.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** How servers are reached. */
final class ConnectionView {
  private final ConnectionViewModel viewModel;
  private final Supplier<Optional<Path>> chooser;

  @FXML private Label proxy;
  @FXML private Label authorities;
  @FXML private Button choose;
  @FXML private Button clear;
  @FXML private CheckBox ssh;

  /**
   * A view.
   *
   * @param chooser asks for a file with certificates
   */
  ConnectionView(ConnectionViewModel viewModel, Supplier<Optional<Path>> chooser) {
    this.viewModel = viewModel;
    this.chooser = chooser;
  }

  @FXML
  private void initialize() {
    proxy.textProperty().bind(viewModel.proxy());
    authorities.textProperty().bind(viewModel.authorities());
    choose.setOnAction(event -> chooser.get().ifPresent(viewModel::choose));
    clear.setOnAction(event -> viewModel.clear());
    clear.disableProperty().bind(viewModel.chosen().not());
    ssh.selectedProperty().bindBidirectional(viewModel.sshProgram());
  }
}
