package org.meetwright.server.pages.account.request;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.Upload;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.web.Csrf;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// A request for one of the pages of hosts, and the answer's cookies.
public record AccountRequest(PageRequest request, ServerResponse response, Cookies cookies) {
  private static final String BUNDLE = "org.meetwright.server.pages.account.texts";
  private static final String LOGIN = "/login";
  private static final Duration NOTICE_LASTS = Duration.ofMinutes(5);

  /// Returns the words of these pages.
  public Texts words() {
    return Texts.of(BUNDLE, request.language());
  }

  /// Returns what surrounds a page.
  ///
  /// @param title the key of its title
  public Shell shell(String title) {
    return titled(words().get(title));
  }

  private Shell titled(String title) {
    return Shell.unlisted(PageTexts.of(request.language()), request.links(), title);
  }

  /// Returns the frame of a page for the signed-in host. A notice that waits, or that he comes back
  /// to a form, is told with it, and never again.
  public AccountFrame frame(AccountSection room) {
    return frame(room, words().get(room.key()));
  }

  /// Returns the frame of a page in a room.
  ///
  /// @param title its title
  public AccountFrame frame(AccountSection room, String title) {
    Texts words = words();
    return new AccountFrame(
        titled(title),
        words,
        Csrf.token(cookie(CookiePurpose.SESSION)),
        AccountFrame.tabs(this, room),
        notice(words, room));
  }

  private AccountFrame.@Nullable Told notice(Texts words, AccountSection room) {
    Optional<InterruptedRequest> interrupted = interrupted().filter(kept -> kept.room() == room);
    if (interrupted.isPresent()) {
      cookies.remove(response, CookiePurpose.INTERRUPTED);
    }
    if (interrupted.filter(InterruptedRequest::sent).isPresent()) {
      return new AccountFrame.Told(words.get("notice.interrupted"), false);
    }
    String word = cookie(CookiePurpose.NOTICE);
    if (!word.isEmpty()) {
      cookies.remove(response, CookiePurpose.NOTICE);
    }
    return Notice.find(word)
        .map(notice -> new AccountFrame.Told(words.get(notice.key()), notice.isDone()))
        .orElse(null);
  }

  /// Has a page say what was done, the next one of the account that is shown.
  public void keep(Notice notice) {
    cookies.set(response, CookiePurpose.NOTICE, notice.word(), NOTICE_LASTS);
  }

  /// Says in the answer when to try again.
  ///
  /// @return the status of such an answer
  public Status tooMany(Duration retryAfter) {
    response.header(HeaderNames.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
    return Status.TOO_MANY_REQUESTS_429;
  }

  /// Answers that something was done: with a page that says so.
  public PageAnswer done(AccountSection room, Notice notice) {
    return done(AccountPlace.of(room), notice);
  }

  /// Answers that something was done: with a page that says so.
  public PageAnswer done(AccountPlace place, Notice notice) {
    keep(notice);
    return goTo(place);
  }

  /// Answers with another page.
  public PageAnswer goTo(AccountPlace place) {
    return new PageAnswer.SeeOther(link(place.address()));
  }

  /// Leads a host who is signed in to what he wanted before, a link in his mail or a page, else to
  /// where everybody begins.
  public PageAnswer enter() {
    Optional<InterruptedRequest.Link> wanted =
        InterruptedRequest.Link.unpack(cookie(CookiePurpose.LINK));
    if (wanted.isPresent()) {
      cookies.remove(response, CookiePurpose.LINK);
      return new PageAnswer.SeeOther(link(wanted.get().path()));
    }
    return goTo(
        interrupted().map(InterruptedRequest::place).orElse(AccountPlace.of(AccountSection.HOME)));
  }

  /// Returns an address of these pages.
  ///
  /// @param path for example `/login`
  public String link(String path) {
    PageLinks links = request.links();
    return links.base() + path;
  }

  /// Returns an instant as it is written to a host, in his time zone.
  public String written(Instant instant, Caller caller) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(request.language())
        .withZone(caller.host().timeZone())
        .format(instant);
  }

  /// Returns a cookie's value; empty if there is none.
  public String cookie(CookiePurpose kind) {
    return cookies.get(request.request(), kind);
  }

  /// Returns where the request comes from.
  ///
  /// @param clientAddress finds its IP address
  public Origin origin(Function<ServerRequest, String> clientAddress) {
    String device = cookie(CookiePurpose.DEVICE);
    return new Origin(clientAddress.apply(request.request()), device.isEmpty() ? null : device);
  }

  /// Returns the formats in which a host reads times: those of his zone, in the page's language.
  public TimeFormats formats(Caller caller) {
    ZoneId zone = caller.host().timeZone();
    return request.visitor(zone).in(zone).formats();
  }

  /// Returns the signed-in host; empty if there is none.
  public Optional<Caller> caller(Access access) {
    String token = cookie(CookiePurpose.SESSION);
    return token.isEmpty() ? Optional.empty() : access.authenticate(token).filter(Caller::session);
  }

  /// Answers the signed-in host. Others, and those whose form is of a session that has ended, are
  /// led to where they can sign in, and come back then.
  ///
  /// @param room where they come back to
  public PageAnswer signedIn(
      Access access, AccountSection room, Function<Caller, PageAnswer> answer) {
    return signedIn(access, AccountPlace.of(room), answer);
  }

  /// Answers the signed-in host, as [#signedIn(Access, AccountSection, Function)] does.
  ///
  /// @param place where others come back to: the page that shows the form
  public PageAnswer signedIn(
      Access access, AccountPlace place, Function<Caller, PageAnswer> answer) {
    Optional<Caller> caller = caller(access);
    try {
      return caller.map(answer).orElseGet(() -> askToSignIn(place));
    } catch (StaleFormException stale) {
      if (!Sender.isHere(request.request())) {
        throw stale;
      }
      return interrupt(InterruptedRequest.form(place, stale.form()), place.address());
    }
  }

  private PageAnswer askToSignIn(AccountPlace place) {
    if (request.request().prologue().method().equals(Method.GET)) {
      return interrupt(InterruptedRequest.page(place), LOGIN);
    }
    if (!Sender.sendsFields(request.request())) {
      return Sender.isHere(request.request())
          ? interrupt(InterruptedRequest.form(place, FormBody.EMPTY), LOGIN)
          : new PageAnswer.SeeOther(link(LOGIN));
    }
    FormBody form = request.form();
    // Another site must not fill in our forms.
    return Sender.isHere(request.request())
            || Csrf.matches(cookie(CookiePurpose.SESSION), form.get(Csrf.FIELD))
        ? interrupt(InterruptedRequest.form(place, form), LOGIN)
        : new PageAnswer.SeeOther(link(LOGIN));
  }

  /// Has someone sign in again, though he is signed in, since that was too long ago for what he
  /// wants.
  ///
  /// @param form what he wants
  public PageAnswer signInAgain(AccountSection room, FormBody form) {
    return interrupt(InterruptedRequest.form(AccountPlace.of(room), form), LOGIN);
  }

  /// Has someone sign in who has opened a link in a host's mail, and come back to it then.
  ///
  /// @param what the last segment of its address; empty for the page of the link itself
  public PageAnswer signInForLink(String token, String what) {
    String kept = new InterruptedRequest.Link(token, what).packed();
    cookies.set(response, CookiePurpose.LINK, kept, InterruptedRequest.LASTS);
    return new PageAnswer.SeeOther(link(LOGIN));
  }

  private PageAnswer interrupt(InterruptedRequest interrupted, String path) {
    if (!cookie(CookiePurpose.LINK).isEmpty()) {
      cookies.remove(response, CookiePurpose.LINK);
    }
    cookies.set(
        response, CookiePurpose.INTERRUPTED, interrupted.packed(), InterruptedRequest.LASTS);
    return new PageAnswer.SeeOther(link(path));
  }

  /// Returns what was wanted before; empty if nothing was.
  public Optional<InterruptedRequest> interrupted() {
    return InterruptedRequest.unpack(cookie(CookiePurpose.INTERRUPTED));
  }

  /// Returns what was typed into the forms of a page before signing in; nothing if nothing was.
  public FormBody typed(AccountSection room) {
    return typed(AccountPlace.of(room));
  }

  /// Returns what was typed into the forms of a page before signing in; nothing if nothing was.
  public FormBody typed(AccountPlace place) {
    return interrupted()
        .filter(kept -> kept.place().equals(place))
        .map(InterruptedRequest::typed)
        .orElse(FormBody.EMPTY);
  }

  /// Returns the id in the path; empty if it is none.
  public Optional<UUID> id() {
    try {
      return Optional.of(UUID.fromString(request.path("id")));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /// Returns whether a browser says that a page of another site has sent the form. Where a secret
  /// link signs someone in, that site would choose as whom.
  public boolean isFromElsewhere() {
    return Sender.isElsewhere(request.request());
  }

  /// Reads the form that was sent, which must come from our own page.
  ///
  /// @param bound the cookie that it is bound to
  /// @throws StaleFormException if it does not
  public FormBody form(CookiePurpose bound) {
    return ours(bound, request.form());
  }

  /// Looks whether a form that was sent comes from our own page: before anything is looked for that
  /// its sender may not know.
  ///
  /// @throws StaleFormException if it does not
  public void checkForm() {
    if (request.request().prologue().method().equals(Method.POST)) {
      form(CookiePurpose.SESSION);
    }
  }

  /// Reads the form with a file that was sent, which must come from our own page.
  ///
  /// @param file the field of the file
  /// @param most how many bytes the file may have
  /// @return the bytes of the file; none if none was chosen
  /// @throws StaleFormException if it does not
  /// @throws org.meetwright.server.pages.form.UnreadableFormException if it is none, or too long
  public byte[] file(String file, int most) {
    Upload upload = request.upload(file, most);
    ours(CookiePurpose.SESSION, upload.fields());
    return upload.file();
  }

  private FormBody ours(CookiePurpose bound, FormBody form) {
    if (!Csrf.matches(cookie(bound), form.get(Csrf.FIELD))) {
      throw new StaleFormException(form);
    }
    return form;
  }
}
