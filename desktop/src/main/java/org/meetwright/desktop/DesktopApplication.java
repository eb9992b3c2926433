package org.meetwright.desktop;

import atlantafx.base.theme.PrimerLight;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.bookings.BookingsView;
import org.meetwright.desktop.bookings.BookingsViewModel;
import org.meetwright.desktop.connection.ServerConnection;
import org.meetwright.server.client.ApiClient;

/// The app: connects to its server in the background, then shows the bookings and keeps them fresh.
public final class DesktopApplication extends Application {
  private static final Logger LOG = Logger.getLogger(DesktopApplication.class.getName());
  private static final Duration REFRESH = Duration.seconds(30);

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable ServerConnection connection;
  private @Nullable ApiClient client;

  @Override
  public void start(Stage stage) {
    useTheme();
    Map<String, String> options = getParameters().getNamed();
    stage.setTitle("Meetwright");
    stage.setMinWidth(560);
    stage.setMinHeight(360);
    stage.setScene(scene(new StackPane(new Label("Starting…"))));
    stage.show();
    background.execute(() -> connect(stage, options));
  }

  private void connect(Stage stage, Map<String, String> options) {
    try {
      ServerConnection made = Connecting.connect(options, System.getenv());
      Platform.runLater(() -> showBookings(stage, made));
    } catch (RuntimeException failed) {
      LOG.log(Level.FINE, "Not connected", failed);
      String message = String.valueOf(failed.getMessage());
      Platform.runLater(() -> showProblem(stage, message));
    }
  }

  private void showBookings(Stage stage, ServerConnection made) {
    connection = made;
    ApiClient speaking = made.client();
    client = speaking;
    BookingsViewModel model =
        new BookingsViewModel(speaking, Clock.systemUTC(), background, Platform::runLater);
    BookingsView view = new BookingsView(model, address -> getHostServices().showDocument(address));
    stage.setScene(scene(view.root()));
    Timeline refreshing = new Timeline(new KeyFrame(REFRESH, event -> model.refresh()));
    refreshing.setCycleCount(Timeline.INDEFINITE);
    refreshing.play();
    model.refresh();
  }

  private static void showProblem(Stage stage, String message) {
    Label label = new Label(message);
    label.setId("problem");
    label.setWrapText(true);
    label.setMaxWidth(520);
    stage.setScene(scene(new StackPane(label)));
  }

  static void useTheme() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
  }

  static Scene scene(Region root) {
    Scene scene = new Scene(root, 860, 600);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(DesktopApplication.class.getResource("desktop.css"))
                .toExternalForm());
    return scene;
  }

  @Override
  public void stop() {
    if (client != null) {
      client.close();
    }
    if (connection != null) {
      connection.close();
    }
    background.shutdownNow();
  }
}
