package org.meetwright.server.api.model.challenge;

/// The work before a booking, in the form of ALTCHA.
///
/// @param maxnumber the largest number that has to be looked for
public record ApiChallenge(
    String algorithm, String challenge, Long maxnumber, String salt, String signature) {}
