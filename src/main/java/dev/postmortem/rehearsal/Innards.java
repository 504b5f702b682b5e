package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Wire;
import java.util.List;

/**
 * What is behind the screens of a workspace.
 *
 * @param secrets what nobody is shown: tokens and the signing secret
 */
public record Innards(Team team, Wire wire, Manifest manifest, List<String> secrets) {}
