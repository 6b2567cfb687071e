"""A Django project with sqlite: created, migrated, asked by the test client and over HTTP."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.error
import urllib.request

MODELS = """
    from django.db import models


    class Note(models.Model):
        title = models.CharField(max_length=80)
        made = models.DateTimeField(auto_now_add=True)
        stars = models.PositiveIntegerField(default=0)

        class Meta:
            ordering = ["title"]
"""
VIEWS = """
    from django.db.models import Sum
    from django.http import JsonResponse
    from django.shortcuts import get_object_or_404
    from django.template import engines
    from django.http import HttpResponse
    from notes.models import Note

    PAGE = "<ul>{% for n in notes %}<li>{{ n.title }}: {{ n.stars|add:1 }}</li>{% endfor %}</ul>"


    def index(request):
        page = engines["django"].from_string(PAGE)
        return HttpResponse(page.render({"notes": Note.objects.all()}, request))


    def note(request, number):
        n = get_object_or_404(Note, pk=number)
        return JsonResponse({"title": n.title, "stars": n.stars})


    def total(request):
        return JsonResponse(Note.objects.aggregate(total=Sum("stars")))
"""
URLS = """
    from django.contrib import admin
    from django.urls import path
    from notes import views

    urlpatterns = [
        path("admin/", admin.site.urls),
        path("", views.index),
        path("notes/<int:number>/", views.note),
        path("total/", views.total),
    ]
"""
TESTS = """
    from django.contrib.auth.models import User
    from django.test import TestCase
    from notes.models import Note


    class NotesTest(TestCase):
        def setUp(self):
            for i, title in enumerate(["b & c", "a", "d"]):
                Note.objects.create(title=title, stars=i)

        def test_index(self):
            page = self.client.get("/").content.decode()
            self.assertEqual(page, "<ul><li>a: 2</li><li>b &amp; c: 1</li><li>d: 3</li></ul>")

        def test_json(self):
            self.assertEqual(self.client.get("/total/").json(), {"total": 3})
            self.assertEqual(self.client.get("/notes/12345/").status_code, 404)

        def test_queries(self):
            self.assertEqual(Note.objects.filter(stars__gte=1).count(), 2)
            with self.assertNumQueries(1):
                list(Note.objects.exclude(title__contains="&").values_list("title", flat=True))

        def test_admin(self):
            User.objects.create_superuser("root", password="secret")
            self.assertEqual(self.client.get("/admin/").status_code, 302)
            self.assertTrue(self.client.login(username="root", password="secret"))
            self.assertContains(self.client.get("/admin/"), "Site administration")
"""
FILL = """
    from notes.models import Note
    for i in range(3):
        Note.objects.create(title=f"note {i}", stars=i)
    print(Note.objects.count(), Note.objects.first().title)
"""


def text(source):
    return textwrap.dedent(source).lstrip()


def manage(*arguments, **options):
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )
    shown = re.sub(r"in [0-9.]+s", "in T", done.stdout)
    print("$ manage.py", *arguments[:1], "->", done.returncode)
    print(shown)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as s:
        return s.getsockname()[1]


def fetch(url):
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as e:
        with e:
            return e.code, ""


def wait_for(url):
    end = time.monotonic() + 180
    while True:
        try:
            return fetch(url)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def development_server():
    port = free_port()
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        base = f"http://127.0.0.1:{port}"
        print(wait_for(f"{base}/"))
        for path in "/total/", "/notes/2/", "/notes/99/":
            print(path, fetch(base + path))
        print(all(fetch(f"{base}/total/")[0] == 200 for _ in range(50)))
    finally:
        server.send_signal(signal.SIGINT)
        print("ended", server.wait(60))


def main():
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        for command in ["startproject", "site_of_notes", "."], ["startapp", "notes"]:
            subprocess.run([sys.executable, "-m", "django", *command], check=True)
        settings = pathlib.Path("site_of_notes/settings.py")
        changed = settings.read_text().replace(
            "INSTALLED_APPS = [", 'INSTALLED_APPS = [\n    "notes",'
        )
        settings.write_text(changed)
        pathlib.Path("notes/models.py").write_text(text(MODELS))
        pathlib.Path("notes/views.py").write_text(text(VIEWS))
        pathlib.Path("notes/tests.py").write_text(text(TESTS))
        pathlib.Path("site_of_notes/urls.py").write_text(text(URLS))
        manage("check")
        manage("makemigrations", "notes")
        manage("migrate")
        manage("test")
        manage("shell", "--no-imports", "-c", text(FILL))
        development_server()


main()
