package org.meetwright.desktop;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.guide.GuideView;
import org.meetwright.desktop.guide.GuideViewModel;
import org.meetwright.desktop.profile.Profiles;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.session.Opened;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.settings.ServerViewModel;
import org.meetwright.desktop.shell.Departures;
import org.meetwright.desktop.shell.ShellView;
import org.meetwright.desktop.shell.ShellViewModel;
import org.meetwright.desktop.shell.Theme;
import org.meetwright.desktop.start.SignInView;
import org.meetwright.desktop.start.SignInViewModel;
import org.meetwright.desktop.start.StartView;
import org.meetwright.desktop.start.StartViewModel;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Words;

/// The one window: the doors, the guide, or the screens of a session.
final class MainWindow implements Departures, AutoCloseable {
  private static final String TOKEN = "MEETWRIGHT_TOKEN";
  private static final Executor WINDOW = Platform::runLater;

  private final Surroundings surroundings;
  private final Stage stage;
  private final StageMemory memory;
  private final Profiles profiles;
  private final Doors doors;
  private final Work work = new Work(WINDOW);
  private final Scene scene = new Scene(new StackPane());
  private @Nullable Session session;
  private @Nullable ShellViewModel shell;

  MainWindow(Surroundings surroundings, Stage stage) {
    this.surroundings = surroundings;
    this.stage = stage;
    this.memory = new StageMemory(surroundings.own());
    this.profiles = new Profiles(surroundings.own());
    this.doors = new Doors(surroundings, profiles);
    Theme.follow(scene);
    stage.setTitle("Meetwright");
    stage.setScene(scene);
    memory.restore(stage);
  }

  /// Shows the window, and opens what the command line names, what was open last, or the doors.
  void begin() {
    StartViewModel start = start();
    stage.show();
    Options options = surroundings.options();
    if (!options.server().isEmpty()) {
      beginAt(start, options.server());
    } else if (!options.profile().isEmpty()) {
      profiles.find(options.profile()).ifPresent(profile -> reopen(start, profile));
    } else {
      profiles.current().ifPresent(profile -> reopen(start, profile));
    }
  }

  private void beginAt(StartViewModel start, String server) {
    String token = surroundings.environment().getOrDefault(TOKEN, "");
    String address = server.replaceAll("/+$", "");
    profiles.list().stream()
        .filter(profile -> profile.address().equals(address))
        .findFirst()
        .ifPresentOrElse(
            profile -> reopen(start, profile),
            () -> {
              if (token.isEmpty()) {
                start.elsewhere(address, "");
              } else {
                ServerProfile given =
                    new ServerProfile(
                        "given", address, ServerProfile.Hosting.ELSEWHERE, address, "");
                start.reopen(job -> doors.withToken(given, token));
              }
            });
  }

  private void reopen(StartViewModel start, ServerProfile profile) {
    start
        .troubleProperty()
        .addListener(
            (any, before, now) -> {
              boolean expired =
                  now != null
                      && (now.kind() == Trouble.Cause.SIGNED_OUT || now.code().equals("sign_in"));
              if (expired && profile.kind() == ServerProfile.Hosting.ELSEWHERE) {
                start.elsewhere(profile.address(), profile.account());
              }
            });
    start.reopen(job -> doors.reopen(profile));
  }

  private StartViewModel start() {
    StartViewModel start = new StartViewModel(doors, work, Words.ofThisComputer(), this::opened);
    show(new StartView(start).root());
    return start;
  }

  private void opened(Opened opened) {
    leave();
    ServerProfile profile = opened.connection().profile();
    if (profile.kind() != ServerProfile.Hosting.DEMO && !profile.id().equals("given")) {
      profiles.use(profile);
    }
    Session begun =
        new Session(
            opened.connection(), opened.client(), opened.me(), surroundings.clock(), WINDOW);
    session = begun;
    if (opened.empty()) {
      GuideViewModel guide = new GuideViewModel(begun);
      show(new GuideView(guide, surroundings.clipboard(), () -> showShell(begun)).root());
    } else {
      showShell(begun);
    }
  }

  private void showShell(Session begun) {
    ShellViewModel model =
        new ShellViewModel(begun, Screens.of(begun, surroundings, server(begun)));
    ShellView view = new ShellView(model, profiles.list(), this);
    shell = model;
    show(view.root());
    begun.signedOutProperty().addListener((any, before, now) -> coverOrNot(view, begun, now));
    model.open(memory.screen());
  }

  private @Nullable ServerViewModel server(Session begun) {
    return begun.profile().kind() == ServerProfile.Hosting.HERE
        ? new ServerViewModel(begun, doors.own(), () -> to(begun.profile()))
        : null;
  }

  /// Has the host sign in again over the window, in which all stays as it was.
  private void coverOrNot(ShellView view, Session begun, boolean signedOut) {
    if (!signedOut) {
      view.uncover();
      return;
    }
    SignInViewModel again =
        SignInViewModel.of(
            work,
            begun.words(),
            (server, credentials) -> job -> doors.again(begun, credentials),
            token -> {
              begun.signedInAgain(token);
              if (shell != null) {
                shell.refresh();
              }
            });
    again.serverProperty().set(begun.address().toString());
    again.emailProperty().set(begun.me().email());
    view.cover(
        new SignInView(again, true, begun.words().get("profiles.signOut"), this::signOut).root());
  }

  private void show(Region root) {
    scene.setRoot(root);
  }

  @Override
  public void to(ServerProfile profile) {
    leave();
    reopen(start(), profile);
  }

  @Override
  public void toDoors() {
    leave();
    var _ = start();
  }

  @Override
  public void signOut() {
    Session ending = session;
    if (ending != null && ending.profile().kind() != ServerProfile.Hosting.DEMO) {
      profiles.remove(ending.profile());
    }
    toDoors();
  }

  private void leave() {
    if (shell != null) {
      shell.leave();
      memory.screen(shell.placeProperty().get().name());
      shell = null;
    }
    Session ending = session;
    session = null;
    if (ending != null) {
      ending.close();
    }
  }

  /// Returns whether something is still to come before the window can be used.
  boolean isBusy() {
    return !work.jobs().isEmpty() || (session != null && !session.work().jobs().isEmpty());
  }

  /// Returns the name of the screen that is shown, or `doors` if there is none.
  String place() {
    return shell == null ? "doors" : shell.placeProperty().get().name();
  }

  /// Shows a screen, if there is one of that number, from 0.
  ///
  /// @return whether there is
  boolean showPlace(int number) {
    if (shell == null || number >= shell.places().size()) {
      return false;
    }
    shell.go(shell.places().get(number));
    return true;
  }

  /// Brings the window to the front.
  void front() {
    stage.setIconified(false);
    stage.show();
    stage.toFront();
    stage.requestFocus();
  }

  /// Ends the session and the servers, and keeps where the window was.
  @Override
  public void close() {
    leave();
    memory.keep(stage);
    work.close();
    doors.close();
  }
}
