package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that the app is told if it subscribed to it.
 *
 * @param event the inner event
 * @param subscription the name under which the manifest lists it
 * @param lane what it must stay in order with: the conversation's id
 */
public record Happening(ObjectNode event, String subscription, String lane) {}
