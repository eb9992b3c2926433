package org.meetwright.desktop.settings;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.QrImage;
import org.meetwright.desktop.field.FileChoice;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.field.Section;
import org.meetwright.desktop.screen.WorkingScreen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of settings.
public final class SettingsView extends WorkingScreen {
  private static final int MODULE_PIXELS = 4;

  private final SettingsViewModel model;
  private final Words words;
  private final Page root;

  /// Creates it.
  ///
  /// @param browser opens an address, also that of a directory
  public SettingsView(SettingsViewModel model, FileChoice files, Consumer<String> browser) {
    super(model.work());
    this.model = model;
    this.words = model.work().words();
    Page page =
        new Page(
            "settings",
            words.get("place.settings"),
            words.get("settings.lead"),
            new HBox(),
            Trouble.said(model.work().refusedProperty(), words),
            done("settings-done", model.work().attempts().saidProperty()),
            new Section("settings-profile", words.page("profile.you"), true, profile()),
            new Section("settings-password", words.page("security.change"), false, password()),
            new Section("settings-factor", words.page("security.factor"), false, factor()),
            new Section("settings-sessions", words.page("account.sessions"), false, sessions()));
    if (model.server() != null) {
      page.add(server(model.server(), files, browser));
    }
    root = page;
  }

  static Prose done(String id, ObservableValue<String> said) {
    Prose done = new Prose();
    done.setId(id);
    done.getStyleClass().add("quote");
    done.saidProperty().bind(said);
    onlyIf(done, said.map(text -> !text.isEmpty()));
    return done;
  }

  private VBox server(ServerViewModel server, FileChoice files, Consumer<String> browser) {
    Label title = new Label(words.get("server.title"));
    title.getStyleClass().add("panel-title");
    Prose lead = new Prose(words.get("server.lead"));
    lead.getStyleClass().add("text-muted");
    return new VBox(
        16,
        new VBox(8, title, lead),
        new Section(
            "settings-reach", words.get("server.reach"), false, new ReachPane(server, files)),
        new Section("settings-mail", words.get("server.mail"), false, new MailPane(server)),
        new Section(
            "settings-backup", words.get("server.backup"), false, new BackupPane(server, files)),
        new Section(
            "settings-data", words.get("server.data"), false, new DataPane(server, browser)));
  }

  private static void onlyIf(Node node, ObservableValue<Boolean> when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
  }

  private Region profile() {
    FormFields fields = new FormFields(words, model.form(), "profile", "profile");
    Button save = Buttons.main("profile-save", words.page("profile.save"), model::save);
    save.disableProperty().bind(model.changedProperty().not().or(model.work().busyProperty()));
    return new VBox(
        16,
        fields.text("name").hint(words.page("profile.nameHint")),
        fields.text("email", "login.email").hint(words.page("address.hint")),
        fields
            .choice("zone", "profile.zone", model.zones(), zone -> zone.replace('_', ' '))
            .hint(words.page("profile.zoneHint")),
        fields
            .choice("language", "profile.language", Words.LANGUAGES, Words::languageName)
            .hint(words.get("settings.languageHint")),
        fields.text("meetings"),
        fields.text("minutes").hint(words.page("profile.limitHint")),
        save);
  }

  private Region password() {
    FormFields fields = new FormFields(words, model.password(), "security", "password");
    Button change =
        Buttons.main("password-change", words.page("security.change"), model::changePassword);
    change.disableProperty().bind(model.work().busyProperty());
    return new VBox(
        16,
        fields.password("current"),
        fields.password("new").hint(words.page("security.newHint")),
        fields.password("again").hint(words.page("security.passwordHint")),
        change);
  }

  private Region factor() {
    FormFields fields = new FormFields(words, model.factor(), "login", "factor");
    Prose state = new Prose();
    state.getStyleClass().add("text-muted");
    state
        .saidProperty()
        .bind(
            model
                .factorOnProperty()
                .map(on -> words.page(on ? "security.factorOn" : "security.factorOff")));
    Button setUp = Buttons.other("factor-set-up", words.page("security.setUp"), model::setUpFactor);
    onlyIf(setUp, model.factorOnProperty().not().and(model.enrolmentProperty().isEmpty()));
    ImageView picture = new ImageView();
    picture.setAccessibleText(words.page("enrol.picture"));
    picture
        .imageProperty()
        .bind(
            model
                .enrolmentProperty()
                .map(uri -> uri.isEmpty() ? null : QrImage.of(uri, MODULE_PIXELS)));
    Label scan = new Label(words.page("enrol.scan"));
    scan.getStyleClass().add("field-label");
    VBox enrol = new VBox(8, scan, picture);
    onlyIf(enrol, model.enrolmentProperty().isNotEmpty());
    Region code = fields.text("code");
    onlyIf(code, model.factorOnProperty().or(model.enrolmentProperty().isNotEmpty()));
    Button confirm =
        Buttons.main("factor-confirm", words.page("enrol.confirm"), model::confirmFactor);
    onlyIf(confirm, model.enrolmentProperty().isNotEmpty());
    Button off = Buttons.danger("factor-off", words.page("security.turnOff"), model::turnFactorOff);
    onlyIf(off, model.factorOnProperty());
    return new VBox(12, state, setUp, enrol, code, confirm, off, recovery());
  }

  private VBox recovery() {
    Prose hint = new Prose(words.page("recovery.codes"));
    hint.getStyleClass().add("row-title");
    Prose codes = new Prose();
    codes.setId("recovery-codes");
    VBox box = new VBox(8, hint, codes);
    box.getStyleClass().add("quote");
    box.setVisible(false);
    box.managedProperty().bind(box.visibleProperty());
    model
        .recovery()
        .addListener(
            (ListChangeListener<String>)
                any -> {
                  codes.say(String.join("\n", model.recovery()));
                  box.setVisible(!model.recovery().isEmpty());
                });
    return box;
  }

  private Region sessions() {
    VBox all = new VBox(4);
    model
        .devices()
        .addListener(
            (ListChangeListener<Device>)
                any -> all.getChildren().setAll(model.devices().stream().map(this::row).toList()));
    return all;
  }

  private HBox row(Device device) {
    Prose name = new Prose(device.name());
    name.getStyleClass().add("row-title");
    Prose detail = new Prose(device.detail());
    detail.getStyleClass().add("text-muted");
    VBox text = new VBox(2, name, detail);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(8, text);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("calendar-row");
    if (!device.current()) {
      row.getChildren()
          .add(Buttons.other("session-end", words.page("account.end"), () -> model.end(device)));
    }
    return row;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void shown() {
    super.shown();
    if (model.server() != null) {
      model.server().shown();
    }
  }

  /// What is secret is not kept.
  @Override
  public void hidden() {
    super.hidden();
    model.forget();
    if (model.server() != null) {
      model.server().hidden();
    }
  }
}
