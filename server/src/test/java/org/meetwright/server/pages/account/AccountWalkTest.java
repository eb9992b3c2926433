package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.pages.Pictures;
import org.meetwright.server.pages.account.Walks.Window;

/// A host goes through all pages of his account in a real browser, with every form right and wrong;
/// axe-core looks at each state. What they look like is put into `server/target/pictures`.
@Tag("browser")
class AccountWalkTest {
  private static final String CHOSEN = "battery staple";
  private static final WaitForOptions ATTACHED =
      new WaitForOptions().setState(WaitForSelectorState.ATTACHED);

  @RegisterExtension static final Walks WALKS = new Walks();

  private SignedIn in;
  private Walk walk;
  private Page page;

  @ParameterizedTest
  @CsvSource({
    "1280, en-GB, LIGHT, true",
    "375, de-DE, DARK, true",
    "375, ar-EG, LIGHT, false",
    "1280, ar-EG, DARK, false"
  })
  void everythingCanBeDone(int width, String locale, ColorScheme scheme, boolean scripts)
      throws Exception {
    try (SignedIn signedIn = new SignedIn(DatabaseKind.H2);
        Walk begun =
            WALKS.begin(
                signedIn.server,
                "account-",
                new Window(width, locale, scheme),
                options -> options)) {
      walk = begun;
      page = walk.page;
      in = signedIn;
      prepare();
      if (!scripts) {
        walk.loadNoScripts();
      }

      page.navigate("/");
      walk.look("landing");
      page.navigate("/login");
      walk.look("login");
      getsALink();
      signIn(SignedIn.PASSWORD, "");
      endsASession();
      changesThePassword();
      String secret = setsUpTheSecondFactor();
      makesAToken(scripts);
      choosesColorAndLogo();
      shares();
      joinsATeam();
      signsInWithACode(secret);
      walk.assertNothingIsWrong();
    }
  }

  private void prepare() {
    in.core
        .linkedIdentities()
        .find(new Identity("https://id.example.org", "1", in.server.core.ada.email()));
    in.access.sessions().begin(in.ada, "Firefox on Android");
    in.server.addEventType("call", "\"description\": \"\"");
    in.server.addEventType("quiet", "\"hidden\": true");
    in.server.as(
        in.server.addHost("charles"),
        "POST",
        "/api/v1/teams",
        "{\"handle\": \"engine\", \"name\": \"Engine room\", \"members\": [{\"handle\":"
            + " \"ada\"}]}");
    in.server.asHost(
        "POST",
        "/api/v1/teams",
        "{\"handle\": \"crew\", \"name\": \"The crew\", \"members\": [{\"handle\": \"ada\"}]}");
  }

  private void signIn(String password, String code) {
    page.navigate("/login");
    page.fill("#email", "ada@example.org");
    page.fill("#password", password);
    send("/login");
    if (!code.isEmpty()) {
      page.waitForURL("**/login/code");
      walk.look("code");
      page.fill("#code", code);
      send("/login/code");
    }
    page.waitForURL("**/account/bookings");
  }

  private void getsALink() throws Exception {
    page.click("a[href='/login/forgotten']");
    page.waitForURL("**/login/forgotten");
    walk.look("forgotten");
    page.fill("#email", "ada@example.org");
    send("/login/forgotten");
    page.waitForSelector(".notice.done");
    walk.look("forgotten-asked");
    MailFiles mails = new MailFiles(in.server.core.database.home());
    page.navigate(mails.awaitLink("ada@example.org", "/login/password/"));
    walk.look("newpassword");
    lookAtMail("password", "ada@example.org", "/login/password/");
    page.navigate("/login/password/AAAA");
    walk.look("newpassword-gone");
  }

  private void lookAtMail(String state, String to, String path) throws Exception {
    MailFiles mails = new MailFiles(in.server.core.database.home());
    mails.awaitLink(to, path);
    for (MailFiles.Mail mail : mails.to(to)) {
      if (mail.text().contains(path)) {
        walk.lookAtMail("mail-" + state, mail.html());
      }
    }
  }

  private void open(String room) {
    unfold();
    page.click(".rooms a[href='/account/" + room + "']");
    page.waitForURL("**/account/" + room);
  }

  /// Opens what the navigation folds away on a phone.
  private void unfold() {
    if (page.isVisible(".rooms summary")) {
      page.click(".rooms summary");
    }
  }

  /// Sends a form as it is, whatever the browser thinks of it.
  private void send(String action) {
    String form = "form[action='" + action + "']";
    page.evalOnSelector(form, "form => { form.noValidate = true; }");
    page.click(form + " button[type=submit]");
    page.waitForLoadState();
  }

  private void endsASession() throws Exception {
    walk.look("bookings-none");
    page.navigate("/account/profile");
    walk.look("overview");
    page.fill("#email", "not an address");
    send("/account/email");
    page.waitForSelector("#email-error");
    walk.look("overview-wrong");
    page.fill("#email", "ada.lovelace.of.the.analytical.engine@mail.department.example.net");
    send("/account/email");
    page.waitForSelector("form[action='/account/email/end']");
    walk.look("overview-pending");
    String link =
        new MailFiles(in.server.core.database.home())
            .awaitLink(
                "ada.lovelace.of.the.analytical.engine@mail.department.example.net",
                "/login/email/");
    page.navigate(link);
    walk.look("address");
    lookAtMail(
        "address",
        "ada.lovelace.of.the.analytical.engine@mail.department.example.net",
        "/login/email/");
    lookAtMail("asked", "ada@example.org", "/account/");
    page.navigate("/account/profile");
    send("/account/email/end");
    page.waitForSelector(".notice.done");
    open("security");
    walk.look("sessions");
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
    assertThat(in.access.sessions().list(in.ada)).hasSize(3);
    page.click(".credentials button >> nth=0");
    page.waitForSelector(".notice.done");
    walk.look("sessions-done");
    assertThat(in.access.sessions().list(in.ada)).hasSize(2);
  }

  private void changesThePassword() {
    open("security");
    walk.look("security");
    page.fill("#current", SignedIn.PASSWORD);
    page.fill("#new", "short");
    send("/account/password");
    page.waitForSelector("#new-error");
    walk.look("security-wrong");
    assertThat(page.inputValue("#current")).isEmpty();
    page.fill("#current", SignedIn.PASSWORD);
    page.fill("#new", CHOSEN);
    page.fill("#again", CHOSEN);
    send("/account/password");
    page.waitForSelector(".notice.done");
    walk.look("security-done");
    assertThat(in.access.sessions().list(in.ada)).hasSize(1);
  }

  private String setsUpTheSecondFactor() throws Exception {
    send("/account/totp");
    page.waitForSelector("svg.qr");
    String uri = scanned(page.locator("svg.qr").screenshot());
    assertThat(page.getAttribute("a[href^='otpauth:']", "href")).isEqualTo(uri);
    String secret = uri.replaceFirst(".*secret=([A-Z2-7]+).*", "$1");
    assertThat(page.textContent(".key").replace(" ", "")).isEqualTo(secret);
    walk.look("enrol");
    page.fill("#code", "000000");
    send("/account/totp/confirm");
    page.waitForSelector("#code-error");
    walk.look("enrol-wrong");
    page.fill("#code", code(secret));
    send("/account/totp/confirm");
    page.waitForSelector("#codes");
    walk.look("recovery");
    page.click(".own > .buttons a");
    page.waitForSelector("form[action='/account/totp/end']");
    walk.look("security-on");
    return secret;
  }

  /// Returns what a telephone would read.
  private static String scanned(byte[] picture) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private String code(String secret) {
    return AuthenticatorApp.code(secret, in.server.core.clock.instant());
  }

  private void makesAToken(boolean scripts) {
    open("tokens");
    walk.look("tokens");
    page.fill("#until", "2020-01-01");
    page.fill("#name", "Office board");
    send("/account/tokens");
    page.waitForSelector("#until-error");
    walk.look("tokens-wrong");
    assertThat(page.inputValue("#name")).isEqualTo("Office board");
    page.fill("#until", "2026-12-31");
    send("/account/tokens");
    page.waitForSelector("#made");
    walk.look("tokens-made");
    String token = page.inputValue("#made").strip();
    assertThat(in.server.as(token, "GET", "/api/v1/me", "").body().path("handle").asString())
        .isEqualTo("ada");
    if (scripts) {
      page.click("[data-copy=made]");
      page.locator("#announcement:not(:empty)").waitFor(ATTACHED);
    }
  }

  private void choosesColorAndLogo() {
    open("appearance");
    walk.look("appearance");
    page.setInputFiles("#logo", new FilePayload("logo.svg", "image/svg+xml", new byte[70_000]));
    send("/account/logo");
    page.waitForSelector("#logo-error");
    walk.look("appearance-wrong");
    page.setInputFiles("#logo", new FilePayload("logo.png", "image/png", Pictures.LOGO.bytes()));
    send("/account/logo");
    page.waitForSelector(".preview img.logo");
    page.fill("#color", "#b4552d");
    send("/account/color");
    page.waitForSelector("button[name=usual]");
    walk.look("appearance-done");
    page.click(".preview + p a");
    page.waitForURL("**/ada");
    assertThat(page.locator("img.logo").count()).isEqualTo(1);
    assertThat(page.evalOnSelector("img.logo", "logo => logo.naturalWidth")).isEqualTo(360);
    assertThat(page.getAttribute("link[href*=colors]", "href")).endsWith("colors-b4552d.css");
    page.navigate("/account/profile");
  }

  private void shares() {
    open("share");
    walk.look("share");
    page.click("a[href='/ada/call/embed']");
    page.waitForURL("**/ada/call/embed");
    assertThat(page.inputValue("#inline")).contains("/ada/call\" data-meetwright");
    page.navigate("/account/profile");
  }

  private void joinsATeam() {
    open("teams");
    walk.look("teams");
    page.click("form[action$=accept] button");
    page.waitForSelector("form[action$=leave] .danger");
    page.locator(".notice").waitFor();
    walk.look("teams-joined");
    page.navigate("/account/profile");
  }

  private void signsInWithACode(String secret) {
    in.server.core.clock.advance(Duration.ofMinutes(1));
    unfold();
    send("/logout");
    page.waitForURL("**/login");
    signIn(CHOSEN, code(secret));
    assertThat(page.url()).endsWith("/account/bookings");
    open("security");
    in.server.core.clock.advance(Duration.ofMinutes(1));
    page.fill("#code", code(secret));
    send("/account/totp/end");
    page.waitForSelector("form[action='/account/totp']");
    assertThat(in.core.secondFactor().isOn(in.ada)).isFalse();
  }
}
