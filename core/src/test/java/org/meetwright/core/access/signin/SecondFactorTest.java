package org.meetwright.core.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.signin.SecondFactor.Enrolment;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class SecondFactorTest {
  private static final Duration STEP = Duration.ofSeconds(30);

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private SecondFactor factor;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    factor = fixture.core.secondFactor();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String code(Enrolment enrolment, int stepsOff) {
    return Totp.code(enrolment.secret(), Totp.step(fixture.clock.instant()) + stepsOff);
  }

  private Enrolment enrol() {
    return factor.enrol(fixture.ada).orElseThrow();
  }

  private List<String> turnOn(Enrolment enrolment) {
    List<String> codes = factor.confirm(fixture.ada.id(), code(enrolment, 0)).orElseThrow();
    fixture.clock.advance(STEP.multipliedBy(2));
    return codes;
  }

  private boolean accepts(String code) {
    return factor.accepts(fixture.ada.id(), code);
  }

  @Test
  void countsOnlyOnceItIsConfirmed() {
    Enrolment first = enrol();
    assertThat(factor.isOn(fixture.ada.id())).isFalse();
    Enrolment second = enrol();
    assertThat(second.uri())
        .isEqualTo(
            "otpauth://totp/Meetwright%3Aada%40example.org?secret="
                + second.secret()
                + "&issuer=Meetwright");
    assertThat(factor.confirm(fixture.ada.id(), code(first, 0))).isEmpty();
    assertThat(factor.isOn(fixture.ada.id())).isFalse();
    turnOn(second);
    assertThat(factor.isOn(fixture.ada.id())).isTrue();
    assertThat(factor.enrol(fixture.ada)).isEmpty();
  }

  @Test
  void showsWhatWasBegunUntilItIsConfirmed() {
    assertThat(factor.begun(fixture.ada)).isEmpty();
    enrol();
    Enrolment second = enrol();
    assertThat(factor.begun(fixture.ada)).contains(second);
    assertThat(factor.begun(fixture.addHost("eve"))).isEmpty();
    turnOn(second);
    assertThat(factor.begun(fixture.ada)).isEmpty();
  }

  @Test
  void acceptsACodeOnceAndNoEarlierOneAfterIt() {
    Enrolment enrolment = enrol();
    turnOn(enrolment);
    assertThat(accepts(code(enrolment, 0))).isTrue();
    assertThat(accepts(code(enrolment, 0))).isFalse();
    assertThat(accepts(code(enrolment, -1))).isFalse();
    assertThat(accepts(code(enrolment, 1))).isTrue();
  }

  @Test
  void acceptsAClockThatIsOneStepOff() {
    Enrolment enrolment = enrol();
    turnOn(enrolment);
    assertThat(accepts(code(enrolment, -2))).isFalse();
    assertThat(accepts(code(enrolment, 2))).isFalse();
    assertThat(accepts(code(enrolment, -1))).isTrue();
    fixture.clock.advance(STEP.multipliedBy(3));
    assertThat(accepts(code(enrolment, 1))).isTrue();
  }

  @Test
  void acceptsOneOfManyWhoUseACodeAtOnce() throws Exception {
    Enrolment enrolment = enrol();
    turnOn(enrolment);
    String code = code(enrolment, 0);
    assertThat(Concurrently.run(8, i -> accepts(code))).containsOnlyOnce(true);
  }

  @Test
  void acceptsEachRecoveryCodeOnceHoweverItIsTyped() {
    List<String> codes = turnOn(enrol());
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
    assertThat(fixture.dump()).doesNotContain(codes);
    assertThat(accepts(codes.getFirst())).isTrue();
    assertThat(accepts(codes.getFirst())).isFalse();
    String typed = codes.get(1).replace("-", " ").toUpperCase(Locale.ROOT);
    assertThat(accepts(typed)).isTrue();
    assertThat(accepts("")).isFalse();
  }

  @Test
  void endsWithACodeOrByTheAdmin() {
    Enrolment enrolment = enrol();
    turnOn(enrolment);
    assertThat(factor.remove(fixture.ada.id(), "000000")).isFalse();
    assertThat(factor.remove(fixture.ada.id(), code(enrolment, 0))).isTrue();
    assertThat(factor.isOn(fixture.ada.id())).isFalse();
    turnOn(enrol());
    assertThat(factor.reset(fixture.ada.id())).isTrue();
    assertThat(factor.isOn(fixture.ada.id())).isFalse();
    assertThat(factor.reset(fixture.ada.id())).isFalse();
  }
}
