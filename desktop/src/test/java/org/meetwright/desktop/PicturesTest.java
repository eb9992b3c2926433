package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.demo.Demo;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.desktop.embedded.OwnServer;
import org.meetwright.desktop.guide.GuideView;
import org.meetwright.desktop.guide.GuideViewModel;
import org.meetwright.desktop.guide.Template;
import org.meetwright.desktop.profile.Profiles;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.session.Connection;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.settings.ServerViewModel;
import org.meetwright.desktop.shell.Departures;
import org.meetwright.desktop.shell.ShellView;
import org.meetwright.desktop.shell.ShellViewModel;
import org.meetwright.desktop.shell.Theme;
import org.meetwright.desktop.start.StartView;
import org.meetwright.desktop.start.StartViewModel;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.host.MeRequest;
import org.meetwright.server.api.model.team.TeamRequest;
import org.meetwright.server.client.ApiClient;
import org.testfx.framework.junit5.ApplicationTest;

/// Photographs every screen into `target/pictures`, by day and by night, and in Arabic, in two
/// sizes; no text may be cut. With the system property `pictures.documented` those of the
/// documentation go to `docs/images`.
class PicturesTest extends ApplicationTest {
  private static final Path TARGET = Path.of("target", "pictures");
  private static final Path DOCUMENTED = Path.of("..", "docs", "images");

  /// A Tuesday, before the first meeting of the day.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-03-09T10:12:00Z"), ZoneOffset.UTC);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  @TempDir Path home;

  /// How a picture is taken.
  private record Light(String name, ColorScheme scheme, Locale locale) {}

  private static final List<Light> LIGHTS =
      List.of(
          new Light("light", ColorScheme.LIGHT, Locale.UK),
          new Light("dark", ColorScheme.DARK, Locale.UK),
          new Light("arabic", ColorScheme.LIGHT, Locale.forLanguageTag("ar")));

  @Override
  public void start(Stage stage) {
    Locale.setDefault(Locale.UK);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void showEveryScreenWithoutCuttingATextShort() {
    OwnServer own = new OwnServer(home, Map.of("MEETWRIGHT_SERVER_PORT", "0"), CLOCK);
    open.add(own);
    EmbeddedServer server = own.running();
    server.add(DesktopFixture.ada());
    String token = server.signIn("ada");
    ApiClient ada = new ApiClient(server.address(), token);
    open.add(ada);
    guide(server, token);
    new Demo(ada, CLOCK).fill();
    team(ada);
    for (Light light : LIGHTS) {
      var _ =
          ada.account()
              .changeMe(
                  new MeRequest(null, null, null, light.locale().getLanguage(), null, null, null));
      doors(light);
      screens(light, session(server, token), own);
    }
    assertThat(cut).isEmpty();
  }

  private static void team(ApiClient ada) {
    var _ =
        ada.teams()
            .addTeam(
                new TeamRequest(
                    null,
                    "engine",
                    "The engine",
                    List.of(new TeamRequest.Member("ada", 2, 0, null))));
  }

  private Session session(EmbeddedServer server, String token) {
    ApiClient client = new ApiClient(server.address(), token);
    Connection connection =
        new Connection(ServerProfile.here("ada", "ada"), server.address(), token, () -> {});
    var me = client.account().getMe();
    List<Session> made = new ArrayList<>();
    interact(() -> made.add(new Session(connection, client, me, CLOCK, Platform::runLater)));
    open.add(made.getFirst());
    return made.getFirst();
  }

  private void doors(Light light) {
    Words words = Words.of(light.locale(), DesktopFixture.ada().zone());
    Doors doors = new Doors(new DesktopFixture(home).surroundings(), new Profiles(home));
    StartViewModel model =
        on(() -> new StartViewModel(doors, new Work(Platform::runLater), words, opened -> {}));
    Region root = on(() -> new StartView(model).root());
    take(light, "doors", root);
    interact(() -> model.elsewhere("https://meet.example.org", "ada@example.org"));
    take(light, "sign-in", root);
  }

  private void guide(EmbeddedServer server, String token) {
    Session session = session(server, token);
    GuideViewModel model = on(() -> new GuideViewModel(session));
    Region root = on(() -> new GuideView(model, link -> {}, () -> {}).root());
    Light light = LIGHTS.getFirst();
    take(light, "guide-hours", root);
    interact(model::saveHours);
    settle(session);
    take(light, "guide-types", root);
    interact(() -> model.create(Template.CALL_30));
    settle(session);
    take(light, "guide-link", root);
  }

  private void screens(Light light, Session session, OwnServer own) {
    Surroundings surroundings = new DesktopFixture(home).surroundings();
    ShellViewModel model =
        on(
            () ->
                new ShellViewModel(
                    session,
                    Screens.of(
                        session, surroundings, new ServerViewModel(session, own, () -> {}))));
    Region root = on(() -> new ShellView(model, List.of(), new NowhereToGo()).root());
    interact(() -> model.open("today"));
    settle(session);
    take(light, "today", root);
    interact(() -> model.open("bookings"));
    settle(session);
    take(light, "bookings", root);
    interact(() -> list(root).getSelectionModel().select(1));
    settle(session);
    take(light, "booking", root);
    interact(() -> model.open("calendar"));
    settle(session);
    take(light, "calendar", root);
    interact(() -> root.lookup(".meeting-block").fireEvent(enter()));
    settle(session);
    take(light, "calendar-move", root);
    interact(() -> ((ToggleButton) root.lookup("#layout-month")).fire());
    settle(session);
    take(light, "calendar-month", root);
    interact(() -> ((ToggleButton) root.lookup("#layout-list")).fire());
    settle(session);
    take(light, "calendar-list", root);
    interact(() -> model.open("eventTypes"));
    settle(session);
    take(light, "event-types", root);
    interact(() -> ((Button) root.lookup("#type-consultation-open")).fire());
    settle(session);
    take(light, "event-type", root);
    interact(() -> model.open("availability"));
    settle(session);
    take(light, "availability", root);
    interact(() -> ((ToggleButton) root.lookup("#show-dates")).fire());
    settle(session);
    take(light, "dates", root);
    for (String name : List.of("connections", "teams", "automation", "settings")) {
      interact(() -> model.open(name));
      settle(session);
      take(light, name, root);
    }
    for (String part : List.of("reach", "mail", "backup")) {
      interact(() -> fold(root, part));
      take(light, "settings-" + part, root);
    }
  }

  /// Shows one part of the settings, at the bottom of the page.
  private static void fold(Region root, String shown) {
    for (String part : List.of("profile", "reach", "mail", "backup")) {
      ((TitledPane) root.lookup("#settings-" + part)).setExpanded(part.equals(shown));
    }
    ((ScrollPane) root.lookup("#settings")).setVvalue(1);
  }

  private static KeyEvent enter() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
  }

  private static ListView<?> list(Region root) {
    return (ListView<?>) root.lookup("#booking-list");
  }

  private static void settle(Session session) {
    DesktopFixture.await(() -> session.work().jobs().isEmpty());
  }

  private <T> T on(Supplier<T> made) {
    List<T> kept = new ArrayList<>();
    interact(() -> kept.add(made.get()));
    return kept.getFirst();
  }

  private void take(Light light, String name, Region root) {
    for (int[] size : new int[][] {{1280, 800}, {1024, 640}}) {
      interact(() -> take(light, name, root, size[0], size[1]));
    }
  }

  private void take(Light light, String name, Region root, int width, int height) {
    if (root.getScene() != null) {
      root.getScene().setRoot(new Region());
    }
    Scene scene = new Scene(root, width, height);
    Theme.dress(scene, light.scheme());
    root.applyCss();
    root.layout();
    // Twice: what depends on widths is laid out once they are known.
    scene.snapshot(null);
    WritableImage image = scene.snapshot(null);
    assertThat(image.getWidth()).isEqualTo(width);
    String file = "desktop-" + name + "-" + light.name();
    write(TARGET.resolve(file + "-" + width + ".png"), image);
    if (Boolean.getBoolean("pictures.documented") && width == 1280) {
      write(DOCUMENTED.resolve(file + ".png"), image);
    }
    look(root, text -> cut.add(file + " " + width + ": " + text));
  }

  /// Tells each text that is cut short, but those of blocks that are as long as their meeting.
  private static void look(Node node, Consumer<String> told) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.isTextTruncated()
        && !labeled.getStyleClass().contains("day-meeting")) {
      told.accept(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, told));
    }
  }

  private static void write(Path file, WritableImage image) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Png.of(image));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Leads nowhere.
  private static final class NowhereToGo implements Departures {
    @Override
    public void to(ServerProfile profile) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void toDoors() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void signOut() {
      throw new UnsupportedOperationException();
    }
  }
}
