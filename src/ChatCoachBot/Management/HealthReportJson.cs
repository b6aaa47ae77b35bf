using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatCoachBot.Management;

/// <summary>The details of a health report, for whoever runs the host.</summary>
internal static class HealthReportJson
{
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter.AsStream());
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", entry.Status.ToString());
            foreach (var (key, value) in entry.Data)
            {
                Write(json, key, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, object value)
    {
        if (value is not IEnumerable<long> ids)
        {
            json.WriteNumber(key, Convert.ToDouble(value, CultureInfo.InvariantCulture));
            return;
        }

        json.WriteStartArray(key);
        foreach (var id in ids)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
    }
}
