package org.meetwright.server.pages.account.teams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.text.Texts;

/// The form of a team that a host made, as it was typed.
public record TeamForm(String name, String handle, List<Member> members) {
  static final TeamForm EMPTY = new TeamForm("", "", List.of());

  private static final int MOST_MEMBERS = 100;

  /// A row of the form.
  ///
  /// @param handle of the host
  public record Member(String handle, String weight, String priority) {}

  static TeamForm of(Team team, Function<UUID, String> handles) {
    return new TeamForm(
        team.name(),
        team.handle().value(),
        team.members().stream()
            .map(
                member ->
                    new Member(
                        handles.apply(member.hostId()),
                        String.valueOf(member.weight()),
                        String.valueOf(member.priority())))
            .toList());
  }

  static TeamForm of(FormBody form) {
    List<String> handles = form.all("member.handle");
    List<String> weights = form.all("member.weight");
    List<String> priorities = form.all("member.priority");
    int rows =
        Stream.of(handles.size(), weights.size(), priorities.size(), MOST_MEMBERS)
            .min(Integer::compare)
            .orElse(0);
    return new TeamForm(
        form.get("name"),
        form.get("handle").strip(),
        IntStream.range(0, rows)
            .mapToObj(
                row -> new Member(handles.get(row).strip(), weights.get(row), priorities.get(row)))
            .toList());
  }

  TeamForm withMember() {
    return members.size() >= MOST_MEMBERS
        ? this
        : with(Stream.concat(members.stream(), Stream.of(new Member("", "1", "0"))).toList());
  }

  TeamForm withoutMember(int row) {
    List<Member> others = new ArrayList<>(members);
    if (row >= 0 && row < others.size()) {
      others.remove(row);
    }
    return with(List.copyOf(others));
  }

  private TeamForm with(List<Member> others) {
    return new TeamForm(name, handle, others);
  }

  /// The result of checking.
  sealed interface Result {}

  /// Everything is right.
  record Right(Team team) implements Result {}

  /// Something is wrong.
  ///
  /// @param errors what is wrong, by field; that of a row is for example `member.0`
  record Wrong(Map<String, String> errors) implements Result {}

  /// Checks the form.
  Result check(UUID id, UUID ownerId, Hosts hosts, Texts words) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<TeamMember> read = new ArrayList<>();
    for (int row = 0; row < members.size(); row++) {
      TeamMember member = member(members.get(row), hosts, words, "member." + row, errors);
      if (member != null) {
        read.add(member);
      }
    }
    String checkedName = checkedName(words, errors);
    Handle checkedHandle = checkedHandle(words, errors);
    if (!errors.isEmpty() || checkedName == null || checkedHandle == null) {
      return new Wrong(errors);
    }
    try {
      return new Right(new Team(id, ownerId, checkedHandle, checkedName, read));
    } catch (InvalidValueException wrong) {
      String field = wrong.field().equals("name") ? "name" : "members";
      return new Wrong(Map.of(field, words.get("team.wrong." + field)));
    }
  }

  private @Nullable String checkedName(Texts words, Map<String, String> errors) {
    try {
      return PersonName.checked("name", name);
    } catch (InvalidValueException wrong) {
      errors.put("name", words.get("team.wrong.name"));
      return null;
    }
  }

  private @Nullable Handle checkedHandle(Texts words, Map<String, String> errors) {
    try {
      return new Handle(handle);
    } catch (InvalidValueException wrong) {
      errors.put("handle", words.get("team.wrong.handle"));
      return null;
    }
  }

  private static @Nullable TeamMember member(
      Member typed, Hosts hosts, Texts words, String field, Map<String, String> errors) {
    if (typed.handle().isEmpty()) {
      return null;
    }
    Host host = hosts.find(typed.handle()).orElse(null);
    if (host == null) {
      errors.put(field, words.get("team.wrong.member", typed.handle()));
      return null;
    }
    try {
      return new TeamMember(
          host.id(),
          Integer.parseInt(typed.weight().strip()),
          Integer.parseInt(typed.priority().strip()));
    } catch (IllegalArgumentException wrong) {
      errors.put(field, words.get("team.wrong.numbers"));
      return null;
    }
  }
}
