package org.meetwright.server.api.model.access;

/// Whether codes are asked for.
public record ApiSecondFactor(boolean on) {}
