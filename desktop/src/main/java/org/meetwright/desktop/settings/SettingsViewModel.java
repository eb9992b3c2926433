package org.meetwright.desktop.settings;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.ScreenWork;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.server.api.model.access.ApiSession;
import org.meetwright.server.api.model.access.CodeRequest;
import org.meetwright.server.api.model.access.PasswordRequest;
import org.meetwright.server.api.model.host.ApiMe;
import org.meetwright.server.api.model.host.MeRequest;
import org.meetwright.server.client.ApiClient;

/// The state of the screen of settings: the host's account.
public final class SettingsViewModel {
  private final Session session;
  private final ScreenWork<Loaded> work;
  private final Form form = new Form(this::typed);
  private final Form password = new Form(() -> {});
  private final Form factor = new Form(() -> {});
  private final ObservableList<Device> devices = FXCollections.observableArrayList();
  private final ObservableList<Device> devicesShown =
      FXCollections.unmodifiableObservableList(devices);
  private final ObservableList<String> recovery = FXCollections.observableArrayList();
  private final ObservableList<String> recoveryShown =
      FXCollections.unmodifiableObservableList(recovery);
  private final ReadOnlyBooleanWrapper factorOn = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper enrolment = new ReadOnlyStringWrapper("");
  private final @Nullable ServerViewModel server;
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private Map<String, Object> before = Map.of();

  /// What there is.
  ///
  /// @param factor whether a second factor is asked for
  public record Loaded(ApiMe me, List<ApiSession> sessions, boolean factor) {}

  /// Creates it.
  ///
  /// @param server the settings of the server on this computer; null if the session is with another
  public SettingsViewModel(Session session, @Nullable ServerViewModel server) {
    this.session = session;
    this.server = server;
    this.work =
        new ScreenWork<>(
            session,
            session.words().get("settings.loading"),
            session.words().get("saving"),
            type -> false,
            SettingsViewModel::load,
            this::show);
  }

  private static Loaded load(ApiClient client) {
    return new Loaded(
        client.account().getMe(),
        client.access().listSessions(),
        client.access().getSecondFactor().on());
  }

  /// Forgets what is secret.
  public void forget() {
    forgetPasswords();
    recovery.clear();
    enrolment.set("");
  }

  private void forgetPasswords() {
    List.of("current", "new", "again").forEach(field -> password.text(field).set(""));
  }

  private void show(Loaded fresh) {
    if (!changed.get()) {
      fill(fresh.me());
    }
    factorOn.set(fresh.factor());
    devices.setAll(fresh.sessions().stream().map(this::device).toList());
  }

  private Device device(ApiSession one) {
    String name =
        one.begunWith().isEmpty() ? work.words().page("account.unnamed") : one.begunWith();
    String since = work.words().shortDay(work.words().date(one.createdAt()));
    return new Device(
        one.id(),
        one.current() ? name + " · " + work.words().page("account.here") : name,
        work.words().page("account.created", since),
        one.current());
  }

  private void fill(ApiMe me) {
    before = Map.of();
    form.forgive();
    form.text("name").set(me.name());
    form.text("email").set(me.email());
    form.text("zone").set(me.timeZone());
    form.text("language").set(me.locale());
    form.text("meetings").set(text(me.maxMeetingsPerDay()));
    form.text("minutes").set(text(me.maxMinutesPerDay()));
    before = form.state();
    changed.set(false);
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private void typed() {
    changed.set(!before.isEmpty() && !form.state().equals(before));
  }

  /// Returns the settings of the server on this computer; null if the session is with another.
  public @Nullable ServerViewModel server() {
    return server;
  }

  /// Returns how it works with the server.
  public ScreenWork<Loaded> work() {
    return work;
  }

  /// Returns what the host says about himself.
  public Form form() {
    return form;
  }

  /// Returns what is typed to change the password.
  public Form password() {
    return password;
  }

  /// Returns what is typed for the second factor.
  public Form factor() {
    return factor;
  }

  /// Returns where the host is signed in.
  public ObservableList<Device> devices() {
    return devicesShown;
  }

  /// Returns the recovery codes that were made last, which the server tells once.
  public ObservableList<String> recovery() {
    return recoveryShown;
  }

  /// Returns whether codes are asked for.
  public ReadOnlyBooleanProperty factorOnProperty() {
    return factorOn.getReadOnlyProperty();
  }

  /// Returns what an authenticator app scans to set it up; empty while it is not being set up.
  public ReadOnlyStringProperty enrolmentProperty() {
    return enrolment.getReadOnlyProperty();
  }

  /// Returns whether something is not saved.
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Returns the zones that can be chosen.
  public List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc") && !zone.startsWith("System"))
        .sorted()
        .toList();
  }

  /// Saves what the host says about himself.
  public void save() {
    form.forgive();
    @Nullable Integer meetings = limit("meetings", 1000);
    @Nullable Integer minutes = limit("minutes", 1440);
    if (form.value("name").isEmpty()) {
      form.say("name", work.words().page("profile.wrong.name"));
    }
    if (form.isWrong()) {
      return;
    }
    String email = form.value("email");
    MeRequest request =
        new MeRequest(
            form.value("name"),
            email.equals(before.get("email")) ? null : email,
            form.value("zone"),
            form.value("language"),
            meetings,
            minutes,
            null);
    work.attempts()
        .run(
            job -> session.client().account().changeMe(request),
            me -> {
              fill(me);
              work.attempts()
                  .say(
                      me.pendingEmail() == null
                          ? work.words().page("notice.profile")
                          : work.words().page("notice.email-asked"));
            },
            this::refuse);
  }

  private @Nullable Integer limit(String field, int most) {
    String typed = form.value(field);
    if (typed.isEmpty()) {
      return 0;
    }
    boolean right = typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= most;
    if (!right) {
      form.say(field, work.words().page("profile.wrong." + field));
    }
    return right ? Integer.valueOf(typed) : null;
  }

  private boolean refuse(Trouble why) {
    Map<String, String> names =
        Map.of(
            "timeZone", "zone",
            "locale", "language",
            "maxMeetingsPerDay", "meetings",
            "maxMinutesPerDay", "minutes");
    Map<String, String> reasons = new HashMap<>();
    why.fields().forEach((name, reason) -> reasons.put(names.getOrDefault(name, name), reason));
    return form.refuse(reasons);
  }

  /// Changes the password.
  public void changePassword() {
    password.forgive();
    if (!password.text("new").get().equals(password.text("again").get())) {
      password.say("again", work.words().page("security.notTheSame"));
      return;
    }
    PasswordRequest request =
        new PasswordRequest(password.text("current").get(), password.text("new").get());
    work.attempts()
        .run(
            job -> {
              session.client().access().changePassword(request);
              return true;
            },
            any -> {
              forgetPasswords();
              work.attempts().say(work.words().page("notice.password"));
              work.reload();
            },
            why -> {
              boolean all = !why.fields().isEmpty();
              for (var one : why.fields().entrySet()) {
                String reason =
                    one.getKey().equals("current")
                        ? work.words().page("security.wrongPassword")
                        : one.getValue();
                all &= password.refuse(one.getKey(), reason);
              }
              return all;
            });
  }

  /// Begins to set up an authenticator app.
  public void setUpFactor() {
    factor.forgive();
    factor.text("code").set("");
    work.attempts()
        .run(job -> session.client().access().addSecondFactor(), made -> enrolment.set(made.uri()));
  }

  /// Ends setting it up, with a code of the app.
  public void confirmFactor() {
    CodeRequest code = new CodeRequest(factor.value("code"));
    factor.forgive();
    work.attempts()
        .run(
            job -> session.client().access().confirmSecondFactor(code),
            codes -> {
              recovery.setAll(codes.recoveryCodes());
              enrolment.set("");
              factor.text("code").set("");
              work.reload();
            },
            this::refuseCode);
  }

  /// Asks for codes no longer.
  public void turnFactorOff() {
    CodeRequest code = new CodeRequest(factor.value("code"));
    factor.forgive();
    work.attempts()
        .run(
            job -> {
              session.client().access().deleteSecondFactor(code);
              return true;
            },
            any -> {
              factor.text("code").set("");
              recovery.clear();
              work.attempts().say(work.words().page("notice.second-factor-off"));
              work.reload();
            },
            this::refuseCode);
  }

  private boolean refuseCode(Trouble why) {
    if (why.kind() == Trouble.Cause.REFUSED) {
      factor.say("code", work.words().page("security.wrongCode"));
      return true;
    }
    return false;
  }

  /// Signs out elsewhere.
  public void end(Device device) {
    work.attempts()
        .run(
            job -> {
              session.client().access().endSession(device.id());
              return device;
            },
            any -> work.reload());
  }
}
