package dev.postmortem.mail;

public record Mail(String k, String f, java.util.List<String> t, String s, String x, String h) {}
