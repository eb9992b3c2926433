package org.meetwright.server.api.model.challenge;

/// Work that someone has to do who books, in the form of ALTCHA.
///
/// @param maxnumber the largest number that has to be looked for
public record ApiChallenge(
    String algorithm, String challenge, Long maxnumber, String salt, String signature) {}
